import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sqlite from "node-sqlite3-wasm";
import { openMlflowStore } from "../../../src/adapters/importers/mlflow/open-mlflow-store.js";
import { InvalidInputError } from "../../../src/core/shared/errors.js";
import { fixtures, readStore } from "./read-store.js";
import { changedDatabase, execute, newDatabase, removeTemporaryFolders, temporaryFolder } from "./temporary-store.js";

afterAll(removeTemporaryFolders);

/** Folders of this process: other suites and killed importers have their own there. */
const leftovers = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`lineage-mlflow-${process.pid}-`));

async function refusal(path: string): Promise<string> {
  const error: unknown = await openMlflowStore(path).then(
    (store) => store.close(),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(InvalidInputError);
  return error instanceof Error ? error.message : "";
}

function file(name: string, content: string | Buffer): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

test("files that are not a store are refused with the path and a remedy", async () => {
  expect(await refusal("/nowhere/mlflow.db")).toBe(
    "/nowhere/mlflow.db does not exist. Give the path of mlflow.db or of the folder mlruns",
  );
  expect(await refusal("sqlite:///mlflow.db")).toMatch(/^sqlite:\/\/\/mlflow\.db is an address\. Give the path/);
  expect(await refusal(file("empty.db", ""))).toMatch(/empty\.db is empty\. .*give the store that it uses/);
  expect(await refusal(file("note.db", "these are not the bytes you are looking for"))).toMatch(
    /note\.db is not a SQLite database\. Give MLflow's mlflow\.db/,
  );
  expect(await refusal(newDatabase("CREATE TABLE notes (text TEXT)"))).toMatch(
    /is a SQLite database, but not an MLflow store: it has no table experiments, runs/,
  );
});

test("a truncated file is refused, wherever it was cut", async () => {
  for (const size of [50, 4_096, 700_000, statSync(join(fixtures, "mlflow.db")).size - 1]) {
    const path = changedDatabase();
    truncateSync(path, size);
    expect(await refusal(path)).toMatch(new RegExp(`mlflow\\.db is truncated: it ends after ${size} bytes.*backup`));
  }
});

test("a damaged file ends the import with a message", async () => {
  const path = changedDatabase();
  const bytes = readFileSync(path);
  writeFileSync(path, Buffer.concat([bytes.subarray(0, 4_096), Buffer.alloc(bytes.length - 4_096, 0xa5)]));
  await expect(readStore(path)).rejects.toThrow(/mlflow\.db cannot be read: .*integrity_check/);
});

test("folders that are not a store are refused, with a store inside them if there is one", async () => {
  const folder = temporaryFolder();
  expect(await refusal(folder)).toMatch(
    /is not an MLflow file store: it contains no experiment\. Give the folder mlruns/,
  );
  mkdirSync(join(folder, "mlruns"));
  expect(await refusal(folder)).toContain(`Give ${join(folder, "mlruns")}`);
});

test("a file that this user may not read is refused", async () => {
  const path = changedDatabase();
  chmodSync(path, 0o000);
  const isSuperuser = process.geteuid?.() === 0;
  if (isSuperuser) process.seteuid?.(65_534);
  try {
    expect(await refusal(path)).toMatch(/may not be read by this user/);
  } finally {
    if (isSuperuser) process.seteuid?.(0);
  }
});

test("the import waits for a store that is being written to, then refuses it with a remedy", async () => {
  const path = changedDatabase();
  writeFileSync(`${path}-journal`, Buffer.from("d9d505f920a163d7", "hex"));
  expect(await refusal(path)).toMatch(
    /is locked: .*mlflow\.db-journal shows an unfinished write\. Stop the MLflow server.*\.backup/,
  );
});

test("the journal of a completed write does not lock", async () => {
  const path = changedDatabase();
  writeFileSync(`${path}-journal`, Buffer.alloc(512));
  expect((await readStore(path)).graph.ids("run")).toHaveLength(42);
});

test("reading leaves no files, and works in a read-only folder", async () => {
  const path = changedDatabase();
  const folder = join(path, "..");
  const before = [readdirSync(folder), readFileSync(path), statSync(path, { bigint: true }).mtimeNs];
  const temporary = leftovers();
  chmodSync(path, 0o444);
  chmodSync(folder, 0o555);
  const store = await openMlflowStore(path);
  await store.facts().next();
  expect(readdirSync(folder)).toEqual(["mlflow.db"]);
  store.close();
  chmodSync(folder, 0o755);
  expect([readdirSync(folder), readFileSync(path), statSync(path, { bigint: true }).mtimeNs]).toEqual(before);
  expect(leftovers()).toEqual(temporary);
});

test("a run that is written while the store is read is not lost and causes no failure", async () => {
  const path = changedDatabase();
  const store = await openMlflowStore(path);
  const runs: string[] = [];
  for await (const item of store.facts()) {
    if ("fact" in item && item.fact.operation === "recordRun") runs.push(item.fact.input.externalId);
    if (runs.length === 0)
      execute(path, [
        "INSERT OR IGNORE INTO runs (run_uuid, status, lifecycle_stage, experiment_id) VALUES ('late', 'RUNNING', 'active', 1)",
      ]);
  }
  store.close();
  expect(runs).toHaveLength(43);
  expect(runs.at(-1)).toBe("late");
});

test("changes in a write-ahead log are read, and the log is unchanged", async () => {
  const original = changedDatabase();
  const writer = new sqlite.Database(original);
  writer.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL");
  writer.exec(
    "INSERT INTO runs (run_uuid, status, lifecycle_stage, experiment_id) VALUES ('in-the-log', 'RUNNING', 'active', 1)",
  );
  const path = join(temporaryFolder(), "mlflow.db");
  for (const ending of ["", "-wal"]) cpSync(`${original}${ending}`, `${path}${ending}`);
  writer.close();
  const before = ["", "-wal"].map((ending) => readFileSync(`${path}${ending}`));
  expect(before[1]?.length).toBeGreaterThan(0);
  expect((await readStore(path)).graph.ids("run")).toContain("run:in-the-log");
  expect(["", "-wal"].map((ending) => readFileSync(`${path}${ending}`))).toEqual(before);
  expect(readdirSync(join(path, "..")).sort()).toEqual(["mlflow.db", "mlflow.db-wal"]);
  // Without its log the same file is an older state, which is also a valid store.
  rmSync(`${path}-wal`);
  expect((await readStore(path)).graph.ids("run")).toHaveLength(42);
});
