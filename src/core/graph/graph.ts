import neo4j, { type Driver, type Session } from "neo4j-driver";
import { z } from "zod";
import { answeredWithin, endedLateMs } from "./answer-deadline.js";
import { encodeParams } from "./encode.js";
import { toAppError } from "./graph-error.js";
import { withRetry } from "./retry.js";
import { SessionPool } from "./session-pool.js";
import type { Statement } from "./statement.js";

/** Where and as whom to reach Neo4j. */
export interface GraphOptions {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** How long to wait for a connection before the database counts as unavailable. */
  readonly connectionTimeoutMs?: number;
}

/** A statement that ran, for the log and for tests that count. */
export interface StatementRun {
  readonly statement: string;
  readonly milliseconds: number;
  readonly rows: number;
}

/** What a request brings along to the database: its deadline, its place in the log, and what it must be able to see. */
export interface GraphScope {
  readonly signal?: AbortSignal;
  readonly requestId?: string;
  readonly bookmarks?: readonly string[];
  readonly onStatement?: (run: StatementRun) => void;
}

/** Reads the graph on behalf of one request. */
export interface GraphReader {
  /**
   * Runs one statement.
   * @throws DeadlineExceededError when it takes longer than `timeoutMs`, and the database ends it, or the request is over;
   * GraphUnavailableError when there is no database that answers.
   */
  read<Params, Row>(statement: Statement<Params, Row>, params: Params, options?: ReadOptions): Promise<Row[]>;
}

export interface ReadOptions {
  readonly timeoutMs?: number;
}

/** The longest that one read may hold the database, whatever the request's own deadline is. */
const readTimeoutMs = 10_000;
/** A connection that was idle longer is tried before it is used: it may have been dropped on the way without a word. */
const idleMs = 30_000;

/** The only door to Neo4j. Driver values do not leave it: integers are numbers, rows are checked. */
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

  /** A session of this process's chain of bookmarks; the caller closes it. */
  session(mode: "READ" | "WRITE", bookmarks: readonly string[] = []): Session {
    return this.#driver.session({
      database: this.#database,
      defaultAccessMode: mode === "READ" ? neo4j.session.READ : neo4j.session.WRITE,
      bookmarkManager: this.#bookmarkManager,
      bookmarks: [...bookmarks],
    });
  }

  /** A reader for one request. */
  forRequest(scope: GraphScope): GraphReader {
    return { read: (statement, params, options) => this.read(statement, params, { ...scope, ...options }) };
  }

  /** Runs one read as an auto-commit transaction: half the round trips of an explicit one. */
  read<Params, Row>(
    statement: Statement<Params, Row>,
    params: Params,
    scope: GraphScope & ReadOptions = {},
  ): Promise<Row[]> {
    const given = encodeParams(statement.params.parse(params)) as Record<string, unknown>;
    const timeoutMs = scope.timeoutMs ?? readTimeoutMs;
    const ask = (end: AbortSignal): Promise<Row[]> =>
      withRetry(() => this.#readOnce(statement, given, { ...scope, timeoutMs }, end), end);
    return answeredWithin(timeoutMs + endedLateMs, ask, scope.signal);
  }

  async #readOnce<Params, Row>(
    statement: Statement<Params, Row>,
    params: Record<string, unknown>,
    scope: GraphScope & Required<ReadOptions>,
    end: AbortSignal,
  ): Promise<Row[]> {
    const started = performance.now();
    const session = scope.bookmarks?.length ? this.session("READ", scope.bookmarks) : this.#readSessions.take();
    // Closing a session whose query still runs resets the connection, which ends the query in the database too.
    const cancel = (): void => void session.close().catch(() => undefined);
    end.addEventListener("abort", cancel);
    try {
      const result = await session.run(statement.text, params, {
        timeout: scope.timeoutMs,
        metadata: { statement: statement.name, ...(scope.requestId && { requestId: scope.requestId }) },
      });
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
   * Makes sure that the database answers within that time.
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

  /** Bookmarks that a client can bring back to see everything this process has seen. */
  async bookmarks(): Promise<string[]> {
    return [...(await this.#bookmarkManager.getBookmarks())];
  }

  async close(): Promise<void> {
    await this.#readSessions.close();
    await this.#driver.close();
  }
}

/** Checks rows against the statement's declaration: what the database returns is proved, not assumed. */
export function decodeRows<Params, Row>(
  statement: Statement<Params, Row>,
  records: readonly { toObject(): object }[],
): Row[] {
  return z.array(statement.row).parse(records.map((record) => record.toObject()));
}
