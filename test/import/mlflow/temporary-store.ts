import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sqlite from "node-sqlite3-wasm";
import { fixtures } from "./read-store.js";

const folders: string[] = [];

/** A folder that `removeTemporaryFolders` removes. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "mlflow-test-"));
  folders.push(folder);
  return folder;
}

export function removeTemporaryFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A copy of the fixture's database after some statements. */
export function changedDatabase(...statements: readonly string[]): string {
  const path = join(temporaryFolder(), "mlflow.db");
  cpSync(join(fixtures, "mlflow.db"), path);
  execute(path, statements);
  return path;
}

/** A copy of the fixture's database with a number of additional runs. */
export function databaseWithRuns(count: number): string {
  return changedDatabase(
    `INSERT INTO runs (run_uuid, status, lifecycle_stage, start_time, experiment_id)
     WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < ${count}) SELECT printf('%032x', value), 'FINISHED', 'active', value, 1 FROM n`,
  );
}

/** A new database created by some statements. */
export function newDatabase(...statements: readonly string[]): string {
  const path = join(temporaryFolder(), "mlflow.db");
  execute(path, statements);
  return path;
}

export function execute(path: string, statements: readonly string[]): void {
  const database = new sqlite.Database(path);
  try {
    database.exec("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF");
    for (const statement of statements) database.exec(statement);
  } finally {
    database.close();
  }
}

/** A copy of the fixture's file store with some files written or, if the text is null, removed. */
export function changedFiles(files: Readonly<Record<string, string | null>>): string {
  const path = join(temporaryFolder(), "mlruns");
  cpSync(join(fixtures, "mlruns"), path, { recursive: true });
  writeFiles(path, files);
  return path;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string | null>>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (text === null) rmSync(path, { recursive: true });
    else writeFileSync(path, text);
  }
}
