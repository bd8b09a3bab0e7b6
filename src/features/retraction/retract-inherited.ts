import type { LedgerTransaction } from "../../core/graph/ledger.js";
import { type Inherited, listInherited, retractInherited } from "./retraction.statements.js";

/** When a retraction is recorded, and its ledger entry. */
export interface RetractionStamp {
  readonly recordedAt: number;
  readonly sequence: number;
}

/** Retracts what files inherited from makers of folders, unless such a folder remains; and what their files inherited. */
export async function retractUnfounded(
  transaction: LedgerTransaction,
  inherited: readonly Inherited[],
  { recordedAt, sequence }: RetractionStamp,
) {
  const retracted = [];
  for (let rest = inherited; rest.length > 0;) {
    const rows = await transaction.run(retractInherited, { inherited: [...rest], recordedAt, sequence });
    retracted.push(...rows);
    rest = await transaction.run(listInherited, {
      folders: rows.map(({ upstream, downstream }) => ({ folder: downstream, maker: upstream })),
    });
  }
  return retracted;
}
