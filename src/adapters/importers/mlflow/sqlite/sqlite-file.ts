import { copyFileSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import sqlite from "node-sqlite3-wasm";
import { InvalidInputError } from "../../../../core/shared/errors.js";
import { fileStamp, hasHotJournal, hasWriteAheadLog } from "./file-stamp.js";

/** A row as SQLite gives it. */
export type Row = Readonly<Record<string, unknown>>;
/** Runs one query with positional values. */
export type Query = (sql: string, values?: readonly (string | number)[]) => Row[];

const retryMs = 100;
const maxTries = 50;

/**
 * A SQLite database of someone else, only ever read, and without a trace beside it.
 *
 * SQLite compiled to WASM knows no locks but a folder that it would make beside the file, and cannot open a file as
 * immutable. So it is given a link in a folder of its own, and what locks would do is done by looking: a read that a
 * write fell into is thrown away and done again.
 */
export class SqliteFile {
  readonly path: string;
  #database: sqlite.Database | null = null;
  #folder: string | null = null;
  #openedAt = "";

  constructor(path: string) {
    this.path = resolve(path);
  }

  /**
   * Runs queries that see one state of the database.
   * @throws InvalidInputError when the file is damaged, or written to all the time.
   */
  async read<T>(work: (query: Query) => T): Promise<T> {
    let failure: unknown;
    for (let tries = 0; tries < maxTries; tries += 1) {
      if (tries > 0) await sleep(retryMs);
      if (hasHotJournal(this.path)) continue;
      const stamp = fileStamp(this.path);
      try {
        const result = work((sql, values = []) => this.#connection(stamp).all(sql, [...values]));
        if (fileStamp(this.path) === stamp && !hasHotJournal(this.path)) return result;
      } catch (error) {
        failure = error;
        if (fileStamp(this.path) === stamp) throw this.#explain(error);
      }
    }
    throw this.#busy(failure);
  }

  close(): void {
    this.#database?.close();
    this.#database = null;
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }

  /** What SQLite keeps in its cache is only right for the state it was read from. */
  #connection(stamp: string): sqlite.Database {
    if (this.#database && this.#openedAt === stamp) return this.#database;
    this.close();
    this.#openedAt = stamp;
    return (this.#database = this.#open());
  }

  #open(): sqlite.Database {
    this.#folder = mkdtempSync(join(tmpdir(), `lineage-mlflow-${process.pid}-`));
    const link = join(this.#folder, "store.db");
    symlinkSync(this.path, link);
    // A copy, since SQLite opens the log for writing even where the database itself is read-only.
    if (existsSync(`${this.path}-wal`)) copyFileSync(`${this.path}-wal`, `${link}-wal`);
    const database = new sqlite.Database(link, { readOnly: true });
    // Without shared memory a write-ahead log can only be read by a connection that takes itself for the only one.
    database.exec("PRAGMA locking_mode = EXCLUSIVE");
    return database;
  }

  #explain(error: unknown): unknown {
    if (!(error instanceof sqlite.SQLite3Error)) return error;
    const hint = hasWriteAheadLog(this.path)
      ? "; it has a write-ahead log (-wal), which must be copied together with it"
      : "";
    const message =
      this.#folder === null ? error.message : error.message.replace(join(this.#folder, "store.db"), this.path);
    return new InvalidInputError(
      `${this.path} cannot be read: ${message}${hint}. Check it with sqlite3 ${this.path} "PRAGMA integrity_check", or import a fresh copy of the store`,
      { path: this.path },
    );
  }

  #busy(failure: unknown): InvalidInputError {
    const why = hasHotJournal(this.path)
      ? `is locked: ${this.path}-journal shows a write that has not ended. Stop the MLflow server, or let it end its write; where its writer died, opening it once with MLflow or sqlite3 repairs it`
      : "is written to all the time. Stop the MLflow server while importing";
    return new InvalidInputError(
      `${this.path} ${why}, or import a copy made with: sqlite3 ${this.path} ".backup copy.db"`,
      { path: this.path, ...(failure instanceof Error && { cause: failure.message }) },
    );
  }
}
