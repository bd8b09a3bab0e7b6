import neo4j, { type Driver, type Session } from "neo4j-driver";
import { z } from "zod";
import { answeredWithin, endedLateMs } from "./answer-deadline.js";
import { type BoundStatement, bindStatement } from "./bound-statement.js";
import { toAppError } from "./graph-error.js";
import type { Moment } from "./moment.js";
import { withRetry } from "./retry.js";
import { SessionPool } from "./session-pool.js";
import type { Statement } from "./statement.js";
import { WaitUntil } from "./wait-until.js";

/** The address and the credentials of Neo4j. */
export interface Database {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** A database, and how long to wait for it. */
export interface GraphOptions extends Database {
  /** Milliseconds to wait for a connection before the database counts as unavailable. Defaults to 5,000. */
  readonly connectionTimeoutMs?: number;
}

/** A statement that ran, for the log and for tests that count statements. */
export interface StatementRun {
  readonly statement: string;
  readonly milliseconds: number;
  readonly rows: number;
}

/** The parts of a request that its reads use: moment, deadline, log and bookmarks. */
export interface GraphScope {
  /** The moment that the reads describe. Defaults to the present. */
  readonly moment?: Moment | undefined;
  readonly signal?: AbortSignal;
  readonly requestId?: string;
  readonly bookmarks?: readonly string[];
  readonly onStatement?: (run: StatementRun) => void;
}

/** Reads the graph on behalf of one request. */
export interface GraphReader {
  /** The moment that the reads describe; undefined for the present. */
  readonly moment?: Moment | undefined;
  /**
   * Runs one statement.
   * @throws DeadlineExceededError when the database ends it after `timeoutMs`, or the request ends; GraphUnavailableError
   * when the database does not respond.
   */
  read<Params, Row>(statement: Statement<Params, Row>, params: Params, options?: ReadOptions): Promise<Row[]>;
}

export interface ReadOptions {
  readonly timeoutMs?: number;
}

/** Also streams answers that do not fit in memory. */
export interface GraphStreamer extends GraphReader {
  /**
   * Runs one statement and yields its rows as they arrive. The database pauses while the consumer is busy, so that
   * memory stays bounded; leaving the loop ends the statement in the database. A stream is not retried.
   * @throws DeadlineExceededError after `timeoutMs`, the consumer's time included, and when the request ends;
   * GraphUnavailableError if the database does not respond.
   */
  stream<Params, Row>(statement: Statement<Params, Row>, params: Params, options?: ReadOptions): AsyncIterable<Row>;
}

/** Default timeout of one read, independent of the deadline of the request. */
const readTimeoutMs = 10_000;
/** Default timeout of one stream, the time of its consumer included. */
const streamTimeoutMs = 60_000;
/** Rows that the driver requests at a time; while a stream is paused it holds about as many. */
const fetchSize = 1_000;
/** A connection that was idle longer is tested before use, because the network may have dropped it silently. */
const idleMs = 30_000;

/** The only access to Neo4j. It does not expose driver values: integers are numbers, and rows are validated. */
export class Graph {
  readonly #driver: Driver;
  readonly #readSessions: SessionPool;
  readonly #database: string;
  readonly #bookmarkManager = neo4j.bookmarkManager();

  constructor({ uri, user, password, database, connectionTimeoutMs = 5_000 }: GraphOptions) {
    this.#database = database;
    this.#driver = neo4j.driver(uri, user ? neo4j.auth.basic(user, password) : undefined, {
      disableLosslessIntegers: true,
      connectionTimeout: connectionTimeoutMs,
      connectionAcquisitionTimeout: connectionTimeoutMs,
      connectionLivenessCheckTimeout: idleMs,
      maxTransactionRetryTime: 0,
      userAgent: "lineage",
    });
    this.#readSessions = new SessionPool(() => this.session("READ"));
  }

  /** Opens a session that uses the bookmarks of this process. The caller closes it. */
  session(mode: "READ" | "WRITE", bookmarks: readonly string[] = []): Session {
    return this.#driver.session({
      database: this.#database,
      defaultAccessMode: mode === "READ" ? neo4j.session.READ : neo4j.session.WRITE,
      bookmarkManager: this.#bookmarkManager,
      bookmarks: [...bookmarks],
      fetchSize,
    });
  }

  /** A reader for one request. */
  forRequest(scope: GraphScope): GraphStreamer {
    return {
      moment: scope.moment,
      read: (statement, params, options) => this.read(statement, params, { ...scope, ...options }),
      stream: (statement, params, options) => this.stream(statement, params, { ...scope, ...options }),
    };
  }

  /** Streams one read as an auto-commit transaction. */
  async *stream<Params, Row>(
    statement: Statement<Params, Row>,
    params: Params,
    scope: GraphScope & ReadOptions = {},
  ): AsyncGenerator<Row, void, undefined> {
    const bound = bindStatement(statement, params, scope.moment);
    const timeoutMs = scope.timeoutMs ?? streamTimeoutMs;
    const started = performance.now();
    const session = this.session("READ", scope.bookmarks);
    const end = new WaitUntil(timeoutMs + endedLateMs, scope.signal);
    let rows = 0;
    try {
      const result = session.run(bound.text, bound.params, configOf(statement, { ...scope, timeoutMs }));
      const records = result[Symbol.asyncIterator]();
      for (let next = await end.wait(records.next()); !next.done; next = await end.wait(records.next())) {
        rows += 1;
        yield statement.row.parse(next.value.toObject());
      }
      scope.onStatement?.({ statement: statement.name, milliseconds: performance.now() - started, rows });
    } catch (error) {
      throw toAppError(error);
    } finally {
      end.clear();
      // Closing a session whose statement still runs ends the statement in the database too.
      void session.close().catch(() => undefined);
    }
  }

  /** Runs one read as an auto-commit transaction: half the round trips of an explicit one. */
  read<Params, Row>(
    statement: Statement<Params, Row>,
    params: Params,
    scope: GraphScope & ReadOptions = {},
  ): Promise<Row[]> {
    const bound = bindStatement(statement, params, scope.moment);
    const timeoutMs = scope.timeoutMs ?? readTimeoutMs;
    const ask = (end: AbortSignal): Promise<Row[]> =>
      withRetry(() => this.#readOnce(statement, bound, { ...scope, timeoutMs }, end), end);
    return answeredWithin(timeoutMs + endedLateMs, ask, scope.signal);
  }

  async #readOnce<Params, Row>(
    statement: Statement<Params, Row>,
    { text, params }: BoundStatement,
    scope: GraphScope & Required<ReadOptions>,
    end: AbortSignal,
  ): Promise<Row[]> {
    const started = performance.now();
    const session = scope.bookmarks?.length ? this.session("READ", scope.bookmarks) : this.#readSessions.take();
    // Closing a session with a running query resets the connection, which also ends the query in the database.
    const cancel = (): void => void session.close().catch(() => undefined);
    end.addEventListener("abort", cancel);
    try {
      const result = await session.run(text, params, configOf(statement, scope));
      const rows = decodeRows(statement, result.records);
      scope.onStatement?.({ statement: statement.name, milliseconds: performance.now() - started, rows: rows.length });
      if (!end.aborted && !scope.bookmarks?.length) this.#readSessions.giveBack(session);
      else await session.close();
      return rows;
    } catch (error) {
      cancel();
      throw error;
    } finally {
      end.removeEventListener("abort", cancel);
    }
  }

  /**
   * Checks that the database responds within `timeoutMs`.
   * @throws GraphUnavailableError when it does not.
   */
  async ping(timeoutMs: number): Promise<void> {
    const session = this.session("READ");
    try {
      await answeredWithin(timeoutMs, async () =>
        session.run("RETURN 1", {}, { timeout: timeoutMs, metadata: { statement: "ping" } }),
      );
    } catch (error) {
      throw toAppError(error);
    } finally {
      void session.close().catch(() => undefined);
    }
  }

  /** Bookmarks with which a client sees everything that this process has seen. */
  async bookmarks(): Promise<string[]> {
    return [...(await this.#bookmarkManager.getBookmarks())];
  }

  async close(): Promise<void> {
    await this.#readSessions.close();
    await this.#driver.close();
  }
}

function configOf({ name }: { readonly name: string }, { timeoutMs, requestId }: GraphScope & Required<ReadOptions>) {
  return { timeout: timeoutMs, metadata: { statement: name, ...(requestId && { requestId }) } };
}

/** Validates rows against the declaration of the statement. */
export function decodeRows<Params, Row>(
  statement: Statement<Params, Row>,
  records: readonly { toObject(): object }[],
): Row[] {
  return z.array(statement.row).parse(records.map((record) => record.toObject()));
}
