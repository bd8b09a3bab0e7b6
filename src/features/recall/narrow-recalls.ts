import type { LedgerTransaction } from "../../core/graph/ledger.js";
import { narrowRecallRows } from "./recall.statements.js";

/** Ends what open recalls contain only because two datasets were declared to be the same, after the declaration was retracted. */
export async function narrowRecalls(transaction: LedgerTransaction, one: string, other: string): Promise<void> {
  await transaction.run(narrowRecallRows, { one, other, recordedAt: transaction.recordedAt });
}
