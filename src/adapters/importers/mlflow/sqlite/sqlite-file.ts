import { copyFileSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import sqlite from "node-sqlite3-wasm";
import { InvalidInputError } from "../../../../core/shared/errors.js";
import { fileStamp, hasHotJournal, hasWriteAheadLog } from "./file-stamp.js";

/** A row as SQLite returns it. */
export type Row = Readonly<Record<string, unknown>>;
/** Runs one query with positional parameters. */
export type Query = (sql: string, values?: readonly (string | number)[]) => Row[];

const retryMs = 100;
const maxTries = 50;

/**
 * Another program's SQLite database, opened read-only. No file is created beside it.
 *
 * SQLite compiled to WASM locks only by creating a folder beside the file, and cannot open a file as immutable. It
 * therefore opens a link in a temporary folder. Instead of a lock, the file's stamp is compared before and after a read:
 * a read during which a write occurred is discarded and repeated.
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
   * Runs queries on one state of the database.
   * @throws InvalidInputError when the file is damaged or constantly written to.
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

  /** SQLite's cache is valid only for the state that it was read from. */
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
    // A copy, because SQLite opens the log for writing even if the database itself is read-only.
    if (existsSync(`${this.path}-wal`)) copyFileSync(`${this.path}-wal`, `${link}-wal`);
    const database = new sqlite.Database(link, { readOnly: true });
    // Without shared memory, only a connection in exclusive mode can read a write-ahead log.
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
      ? `is locked: ${this.path}-journal shows an unfinished write. Stop the MLflow server, or wait until the write has ` +
        `finished; if its writer died, opening the store once with MLflow or sqlite3 repairs it`
      : "is constantly written to. Stop the MLflow server while importing";
    return new InvalidInputError(
      `${this.path} ${why}, or import a copy made with: sqlite3 ${this.path} ".backup copy.db"`,
      { path: this.path, ...(failure instanceof Error && { cause: failure.message }) },
    );
  }
}
