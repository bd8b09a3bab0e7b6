import type { Transaction } from "neo4j-driver";
import { answeredWithin } from "./answer-deadline.js";
import { bindStatement } from "./bound-statement.js";
import { isRefusal } from "./graph-error.js";
import { type Graph, type GraphReader, decodeRows } from "./graph.js";
import { type EntryContent, chainHash } from "../shared/hash-chain.js";
import { appendEntries, lockLedger } from "./ledger.statements.js";
import { withRetry } from "./retry.js";
import type { Statement } from "./statement.js";
import { unacknowledged } from "./write-deadline.js";

/** The identity of a request in the ledger. Requests with the same key and the same body are the same request. */
export interface RequestIdentity {
  readonly requestKey: string;
  readonly bodyDigest: string;
}

/** The recorded outcome of a request that already took effect. */
export interface EarlierOutcome extends RequestIdentity {
  readonly sequence: number;
  readonly result: unknown;
}

/** A new entry: the effect of a request. */
export interface NewEntry extends RequestIdentity {
  readonly by: string;
  readonly action: string;
  readonly targets: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
  /** Returned again for a repeated request. */
  readonly result: unknown;
}

interface Head {
  readonly sequence: number;
  readonly at: number;
  readonly hash: string;
}

const writeTimeoutMs = 15_000;

/** One write transaction that holds the ledger's lock. The data that it reads does not change until it commits. */
export class LedgerTransaction {
  /** The time of everything that this transaction writes, in epoch milliseconds. Later than that of every earlier transaction. */
  readonly recordedAt: number;
  readonly #transaction: Transaction;
  readonly #earlier: ReadonlyMap<string, EarlierOutcome>;
  readonly #entries: (EntryContent & {
    previousHash: string;
    hash: string;
    requestKey: string;
    bodyDigest: string;
    result: string;
  })[] = [];
  #head: Head;

  constructor(transaction: Transaction, head: Head, now: number, earlier: ReadonlyMap<string, EarlierOutcome>) {
    this.#transaction = transaction;
    this.#head = head;
    this.#earlier = earlier;
    this.recordedAt = Math.max(now, head.at + 1);
  }

  async run<Params, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row[]> {
    const { text, params: bound } = bindStatement(statement, params);
    const result = await this.#transaction.run(text, bound);
    return decodeRows(statement, result.records);
  }

  /** The sequence of the next entry, for nodes and relationships that are written before the entry is appended. */
  get nextSequence(): number {
    return this.#head.sequence + 1;
  }

  /** A reader under the lock. Its results do not change until the transaction ends. */
  get reader(): GraphReader {
    return { read: (statement, params) => this.run(statement, params) };
  }

  /** The outcome of an earlier request with this key, or undefined. */
  earlierOutcome(requestKey: string): EarlierOutcome | undefined {
    return this.#earlier.get(requestKey);
  }

  /** Adds an entry to the chain. Returns its sequence, for the nodes and relationships that the request creates. */
  append({ by, action, targets, detail, requestKey, bodyDigest, result }: NewEntry): number {
    const content = {
      sequence: this.#head.sequence + 1,
      at: this.recordedAt,
      by,
      action,
      targets: [...targets],
      detail: JSON.stringify(detail),
    };
    const hash = chainHash(this.#head.hash, content);
    this.#entries.push({
      ...content,
      previousHash: this.#head.hash,
      hash,
      requestKey,
      bodyDigest,
      result: JSON.stringify(result),
    });
    this.#head = { sequence: content.sequence, at: this.recordedAt, hash };
    return content.sequence;
  }

  /** Writes the entries. Returns false if there are none, so that the transaction has no effect. */
  async close(): Promise<boolean> {
    if (this.#entries.length === 0) return false;
    await this.run(appendEntries, { entries: this.#entries, ...this.#head });
    return true;
  }
}

/** One write with all its attempts. */
interface Write {
  /** The deadline, on the clock of `performance`. */
  readonly endsAt: number;
  /** A commit was sent, and its outcome is unknown: it may still take effect. */
  isOutcomeUnknown: boolean;
}

/** The totally ordered, hash-chained record of every write. All writes go through it. */
export class Ledger {
  readonly #graph: Graph;
  readonly #timeoutMs: number;

  /** A write takes at most `timeoutMs` with all its attempts, because other writes wait for it. */
  constructor(graph: Graph, timeoutMs = writeTimeoutMs) {
    this.#graph = graph;
    this.#timeoutMs = timeoutMs;
  }

  /**
   * Runs the work in one transaction under the ledger's lock. If the outcome of a commit is unknown, the work runs again and
   * finds its own entry through `earlierOutcome`, so that each request takes effect once.
   * @throws GraphUnavailableError when the database does not respond and nothing was written; DeadlineExceededError when
   * it is unknown whether something was written.
   */
  async transact<T>(requestKeys: readonly string[], work: (transaction: LedgerTransaction) => Promise<T>): Promise<T> {
    const write: Write = { endsAt: performance.now() + this.#timeoutMs, isOutcomeUnknown: false };
    try {
      return await answeredWithin(this.#timeoutMs, (end) =>
        withRetry(() => this.#transactOnce(requestKeys, work, write, end), end),
      );
    } catch (error) {
      if (write.isOutcomeUnknown)
        throw unacknowledged("became unavailable while it committed the write", { cause: error });
      throw error;
    }
  }

  async #transactOnce<T>(
    requestKeys: readonly string[],
    work: (transaction: LedgerTransaction) => Promise<T>,
    write: Write,
    end: AbortSignal,
  ): Promise<T> {
    const session = this.#graph.session("WRITE");
    const close = (): Promise<void> => session.close().catch(() => undefined);
    end.addEventListener("abort", close);
    try {
      const timeout = Math.max(1, Math.round(write.endsAt - performance.now()));
      const transaction = session.beginTransaction({ timeout, metadata: { statement: "ledger" } });
      const locked = await lock(transaction, requestKeys);
      // Earlier commits held this lock, so they have ended: their entry exists or never will.
      write.isOutcomeUnknown = false;
      const result = await work(locked);
      if (await locked.close()) await commit(transaction, write, end);
      else await transaction.rollback();
      return result;
    } finally {
      end.removeEventListener("abort", close);
      // Closing rolls back an uncommitted transaction.
      await close();
    }
  }
}

async function commit(transaction: Transaction, write: Write, end: AbortSignal): Promise<void> {
  // The caller already received the error that nothing was written.
  end.throwIfAborted();
  write.isOutcomeUnknown = true;
  try {
    await transaction.commit();
  } catch (error) {
    write.isOutcomeUnknown = !isRefusal(error);
    throw error;
  }
}

async function lock(transaction: Transaction, requestKeys: readonly string[]): Promise<LedgerTransaction> {
  const { text, params } = bindStatement(lockLedger, { requestKeys });
  const result = await transaction.run(text, params);
  const rows = decodeRows(lockLedger, result.records);
  const [head] = rows;
  if (!head) throw new Error("the ledger node is missing; the migrations did not run");
  const earlier = new Map<string, EarlierOutcome>();
  for (const { requestKey, bodyDigest, result: stored, entrySequence } of rows) {
    if (requestKey === null || bodyDigest === null || stored === null || entrySequence === null) continue;
    earlier.set(requestKey, { requestKey, bodyDigest, sequence: entrySequence, result: JSON.parse(stored) });
  }
  return new LedgerTransaction(transaction, head, head.now, earlier);
}
