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

/** Of this process: other suites and killed importers have folders of their own there. */
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

test("files that are no store are refused with the path and what to do", async () => {
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

test("a file that is cut off is refused, wherever the cut is", async () => {
  for (const size of [50, 4_096, 700_000, statSync(join(fixtures, "mlflow.db")).size - 1]) {
    const path = changedDatabase();
    truncateSync(path, size);
    expect(await refusal(path)).toMatch(new RegExp(`mlflow\\.db is truncated: it ends after ${size} bytes.*backup`));
  }
});

test("damage inside the file ends the import with a message", async () => {
  const path = changedDatabase();
  const bytes = readFileSync(path);
  writeFileSync(path, Buffer.concat([bytes.subarray(0, 4_096), Buffer.alloc(bytes.length - 4_096, 0xa5)]));
  await expect(readStore(path)).rejects.toThrow(/mlflow\.db cannot be read: .*integrity_check/);
});

test("folders that are no store are refused, with what lies inside", async () => {
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

test("a store that is being written to is waited for, then refused with the way out", async () => {
  const path = changedDatabase();
  writeFileSync(`${path}-journal`, Buffer.from("d9d505f920a163d7", "hex"));
  expect(await refusal(path)).toMatch(
    /is locked: .*mlflow\.db-journal shows an unfinished write\. Stop the MLflow server.*\.backup/,
  );
});

test("a journal that is done with does not lock", async () => {
  const path = changedDatabase();
  writeFileSync(`${path}-journal`, Buffer.alloc(512));
  expect((await readStore(path)).graph.ids("run")).toHaveLength(42);
});

test("reading leaves no trace, and works where nothing may be written", async () => {
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

test("a run that is written while the store is read is neither lost nor a failure", async () => {
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

test("what stands in a write-ahead log only is read too, and the log stays as it is", async () => {
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
  // Without its log the same file is an older state, which is a store as well.
  rmSync(`${path}-wal`);
  expect((await readStore(path)).graph.ids("run")).toHaveLength(42);
});
