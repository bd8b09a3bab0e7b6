import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { openMlflowStore } from "../../../src/adapters/importers/mlflow/open-mlflow-store.js";
import { readRunPage } from "../../../src/adapters/importers/mlflow/sqlite/run-rows.js";
import { SqliteFile } from "../../../src/adapters/importers/mlflow/sqlite/sqlite-file.js";
import { SqliteSchema } from "../../../src/adapters/importers/mlflow/sqlite/sqlite-schema.js";
import {
  aliasesSql,
  danglingInputsSql,
  datasetsSql,
  loggedModelsSql,
  modelVersionsSql,
  outputRunsSql,
} from "../../../src/adapters/importers/mlflow/sqlite/model-rows.js";
import { changedDatabase, removeTemporaryFolders } from "./temporary-store.js";

const runs = 10_000;
let path: string;

/** The first rows of a table of numbers, each with an id derived from it. */
const first = (count: number): string =>
  `(SELECT value AS i, printf('%032x', value) AS id FROM generate WHERE value <= ${count})`;

beforeAll(() => {
  path = changedDatabase(
    "PRAGMA journal_mode = OFF; PRAGMA cache_size = -64000; BEGIN",
    `CREATE TEMP TABLE generate AS WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < ${runs}) SELECT value FROM n`,
    `INSERT INTO runs (run_uuid, status, lifecycle_stage, start_time, experiment_id) SELECT id, 'FINISHED', 'active', i, 1 FROM ${first(runs)}`,
    `INSERT INTO tags SELECT 'mlflow.source.git.commit', printf('%040x', i / 50), id FROM ${first(runs)}`,
    `INSERT INTO params SELECT 'p' || p.i, r.i, r.id FROM ${first(4)} p, ${first(runs)} r`,
    `INSERT INTO latest_metrics SELECT 'm' || m.i, r.i, r.i, 0, 0, r.id FROM ${first(3)} m, ${first(runs)} r`,
    `INSERT INTO datasets SELECT 'd' || i, 1, 'table', printf('%08x', i), 's3', '{"uri": "s3://x/' || i || '"}', NULL, NULL FROM ${first(runs / 10)}`,
    `INSERT INTO inputs SELECT 'i' || i, 'DATASET', 'd' || (1 + i % ${runs / 10}), 'RUN', id, 0 FROM ${first(runs)}`,
    `INSERT INTO logged_models SELECT 'm-' || id, 1, 'model', '', 1, 1, 2, 'active', NULL, id, NULL FROM ${first(runs)} WHERE i % 2`,
    `INSERT INTO inputs SELECT 'o' || i, 'RUN_OUTPUT', id, 'MODEL_OUTPUT', 'm-' || id, 0 FROM ${first(runs)} WHERE i % 2`,
    "COMMIT",
  );
});

afterAll(removeTemporaryFolders);

test("a large store is read in constant memory", async () => {
  setFlagsFromString("--expose-gc");
  const collectGarbage: () => void = runInNewContext("gc");
  const store = await openMlflowStore(path);
  const heapMegabytes: number[] = [];
  let recorded = 0;
  for await (const item of store.facts()) {
    if (!("fact" in item) || item.fact.operation !== "recordRun") continue;
    recorded += 1;
    if (recorded % 2_000 === 0) {
      collectGarbage();
      heapMegabytes.push(process.memoryUsage().heapUsed / 1e6);
    }
  }
  store.close();
  expect(recorded).toBe(runs + 42);
  expect(heapMegabytes).toHaveLength(5);
  // Kept in memory, 8,000 more of these runs take 19 MB.
  expect(Math.max(...heapMegabytes) - (heapMegabytes[0] ?? 0)).toBeLessThan(8);
});

test("no page reads a whole table", async () => {
  const file = new SqliteFile(path);
  const scans = await file.read((query) => {
    const schema = new SqliteSchema(query);
    const plans: string[] = [];
    const explain = (sql: string, values: readonly (string | number)[]): void => {
      for (const { detail } of query(`EXPLAIN QUERY PLAN ${sql}`, values))
        plans.push(`${String(detail)} | ${sql.trim().slice(0, 60)}`);
    };
    readRunPage(
      (sql, values = []) => (explain(sql, values), query(sql, values)),
      schema,
      new Map([["00000000000000000000000000000001", ["m-1"]]]),
      0,
      500,
    );
    for (const sql of [
      datasetsSql(schema),
      danglingInputsSql,
      loggedModelsSql(schema),
      outputRunsSql,
      modelVersionsSql(schema),
      aliasesSql(schema),
    ])
      explain(sql, [0, 500]);
    expect(plans.length).toBeGreaterThan(30);
    // The remaining ones are results of subqueries on a page.
    return plans.filter((plan) => /^SCAN (?!\(|link |CONSTANT ROW|2-ROW VALUES)/.test(plan));
  });
  file.close();
  expect(scans).toEqual([]);
});
