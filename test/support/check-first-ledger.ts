import type { Graph } from "../../src/core/graph/graph.js";
import { Ledger, LedgerTransaction } from "../../src/core/graph/ledger.js";
import type { Statement } from "../../src/core/graph/statement.js";

/** The results of reads, in the order of their requests. */
type Answers = Promise<unknown[]>[];

/** Thrown to end the reads at the first write. */
const writing = new Error("the first write");

/**
 * A ledger without a lock during reads: the reads of a request come first, and the lock is taken only to write. The
 * chain and its sequences stay in order, but a decision may be outdated when it is written.
 */
export class CheckFirstLedger extends Ledger {
  readonly #graph: Graph;

  constructor(graph: Graph) {
    super(graph);
    this.#graph = graph;
  }

  override async transact<T>(
    requestKeys: readonly string[],
    work: (transaction: LedgerTransaction) => Promise<T>,
  ): Promise<T> {
    const answers = await readFirst(this.#graph, work);
    return super.transact(requestKeys, (transaction) => {
      answerFrom(answers, transaction);
      return work(transaction);
    });
  }
}

/** Runs the work without the lock, up to its first write. */
async function readFirst(graph: Graph, work: (transaction: LedgerTransaction) => Promise<unknown>): Promise<Answers> {
  const session = graph.session("READ");
  const reading = new ReadingTransaction(
    session.beginTransaction(),
    { sequence: 0, at: 0, hash: "" },
    Date.now(),
    new Map(),
  );
  try {
    await work(reading);
    return reading.answers;
  } catch (error) {
    // Work that failed for another reason fails again, or is decided correctly, under the lock.
    return error === writing ? reading.answers : [];
  } finally {
    await session.close().catch(() => undefined);
  }
}

class ReadingTransaction extends LedgerTransaction {
  readonly answers: Answers = [];

  override run<Params, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row[]> {
    if (statement.mode === "write") return Promise.reject(writing);
    const rows = super.run(statement, params);
    this.answers.push(rows);
    return rows;
  }
}

/** Makes the transaction return the earlier answers. Further reads, and reads after a write, go to the database. */
function answerFrom(answers: Answers, transaction: LedgerTransaction): void {
  const left = [...answers];
  const run = transaction.run.bind(transaction);
  transaction.run = async <Params, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row[]> => {
    if (statement.mode === "write") left.length = 0;
    const earlier = await left.shift();
    return earlier ? statement.row.array().parse(earlier) : run(statement, params);
  };
}
