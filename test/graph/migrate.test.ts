import "reflect-metadata";
import { rm } from "node:fs/promises";
import { Graph } from "../../src/core/graph/graph.js";
import {
  type Migration,
  MigrationError,
  isMigrated,
  loadMigrations,
  migrate,
} from "../../src/core/graph/migrations.js";
import { nameMigrationWork } from "../../src/catalog/dataset/derive-name-forms.js";
import { searchMigrationWork } from "../../src/features/search/derive-search-words.js";
import { type LocalNeo4j, startLocalNeo4j } from "../../src/adapters/local-neo4j/local-neo4j.js";
import { createNeo4jHome } from "../support/neo4j-home.js";

/* A separate, empty Neo4j, because these tests would prevent every other suite from starting. */
let home: string;
let neo4j: LocalNeo4j;
let processes: Graph[];
let migrations: Migration[];

beforeAll(async () => {
  home = await createNeo4jHome();
  neo4j = await startLocalNeo4j({ home, environment: process.env, onProgress: () => undefined });
  processes = Array.from({ length: 4 }, () => new Graph(neo4j));
  migrations = await loadMigrations();
});
afterAll(async () => {
  for (const graph of processes) await graph.close();
  await neo4j.stop();
  await rm(home, { recursive: true, force: true });
});

async function applied(): Promise<{ ids: string[]; constraints: number }> {
  const session = first().session("READ");
  const ids = (await session.run("MATCH (m:Migration) RETURN m.id AS id ORDER BY id")).records.map((record) =>
    String(record.get("id")),
  );
  const constraints = (await session.run("SHOW CONSTRAINTS")).records.length;
  await session.close();
  return { ids, constraints };
}

function first(): Graph {
  const [graph] = processes;
  if (!graph) throw new Error("no database");
  return graph;
}

test("four processes that start concurrently on an empty database migrate it once", async () => {
  expect(await isMigrated(first(), migrations)).toBe(false);
  const done = await Promise.all(processes.map((graph) => migrate(graph, migrations)));
  expect(done.flat().sort()).toEqual(migrations.map(({ id }) => id));
  expect((await applied()).ids).toEqual(migrations.map(({ id }) => id));
  expect(await isMigrated(first(), migrations)).toBe(true);
});

test("a second start changes nothing", async () => {
  const before = await applied();
  expect(await migrate(first(), migrations)).toEqual([]);
  expect(await applied()).toEqual(before);
});

test("a migration that was changed after it was applied is refused, and no migration is applied", async () => {
  const changed = migrations.map((migration, index) => (index === 0 ? { ...migration, checksum: "other" } : migration));
  const added = { id: "9999-added", checksum: "1", statements: ["RETURN true AS took"] };
  await expect(migrate(first(), [...changed, added])).rejects.toThrow(MigrationError);
  expect((await applied()).ids).not.toContain(added.id);
  expect(await isMigrated(first(), changed)).toBe(false);
});

test("a migration without effect is refused and retried at the next start", async () => {
  const broken = { id: "9000-broken", checksum: "1", statements: ["RETURN false AS took"] };
  await expect(migrate(first(), [...migrations, broken])).rejects.toThrow(/9000-broken/);
  expect(await migrate(first(), [...migrations, { ...broken, statements: ["RETURN true AS took"] }])).toEqual([
    broken.id,
  ]);
});

test("nodes and notes of a database without search words receive them before the migration is complete", async () => {
  const session = first().session("WRITE");
  await session.run(`
    CREATE (n:Lineage:Run {key: 'run:n/fold_3', namespace: 'n', name: 'fold_3', title: 'M\u00fcnchen', sequence: 0,
                           parameterNames: ['lr'], parameterValues: ['0.1'], searchText: 'n fold_3'}),
           (:Note {id: 'note-1', text: 'Thin file'})-[:ABOUT]->(n)`);
  await session.run("MATCH (m:Migration) WHERE m.id >= '0006' DELETE m");
  const work = searchMigrationWork(() => undefined);
  await migrate(first(), migrations, work);
  const [found] = (
    await session.run(
      "MATCH (n:Run)<-[:ABOUT]-(note) RETURN n.searchText AS old, n.searchWords AS words, note.searchWords AS note",
    )
  ).records;
  expect(found?.get("old")).toBeNull();
  expect(String(found?.get("words")).split(" ")).toEqual(
    expect.arrayContaining(["__kRun", "_fold_", "_3_", "_munchen_", "lr_", "0_", "1_"]),
  );
  expect(found?.get("note")).toBe("thin_ file_");
  await session.close();
});

test("datasets that were recorded before their names had a form receive it", async () => {
  const session = first().session("WRITE");
  await session.run(`
    UNWIND range(1, 2500) AS i
    CREATE (:Dataset {key: 'dataset:s3a%3A%2F%2FLake/Orders' + i, namespace: 's3a://Lake', name: 'Orders' + i})`);
  await session.run("MATCH (m:Migration) WHERE m.id >= '0007' DELETE m");
  await migrate(first(), migrations, nameMigrationWork);
  const [found] = (
    await session.run("MATCH (d:Dataset) WHERE d.nameForm = 's3/lake/' + toLower(d.name) RETURN count(*) AS count")
  ).records;
  expect(Number(found?.get("count"))).toBe(2_500);
  await session.close();
});

test("nodes that were recorded with an older form of their place receive the present one", async () => {
  const session = first().session("WRITE");
  await session.run(`
    CREATE (:Lineage:DatasetSnapshot {key: 'snapshot:n/a@1', uri: 'gcs://b/a', place: 'gcs://b/a'}),
           (:Lineage:DatasetSnapshot {key: 'snapshot:n/b@1', uri: 'b', place: 'relative:b'}),
           (:Lineage:ModelVersion {key: 'model-version:n/m@1', artifactUri: 'hf://m', place: 'hf://m'})`);
  await session.run("MATCH (m:Migration) WHERE m.id >= '0008' DELETE m");
  await migrate(first(), migrations, nameMigrationWork);
  const found = await session.run(
    "MATCH (n:Lineage) WHERE n.uri IS NOT NULL OR n.artifactUri IS NOT NULL RETURN n.place AS place ORDER BY n.key",
  );
  expect(found.records.map((record) => String(record.get("place")))).toEqual(["null", "gs://b/a", "relative|/b"]);
  await session.close();
});

test("snapshots of datasets with several names receive their other names, once", async () => {
  const session = first().session("WRITE");
  await session.run(`
    CREATE (a:Dataset {key: 'dataset:n/old', recordedAt: 1}), (b:Dataset {key: 'dataset:n/new', recordedAt: 1}),
           (a)-[:ALIAS_OF {recordedAt: 5, sequence: 2}]->(b),
           (b)<-[:VERSION_OF]-(:Lineage:DatasetSnapshot {key: 'snapshot:n/new@1', recordedAt: 1, sequence: 1}),
           (b)<-[:VERSION_OF]-(:Lineage:DatasetSnapshot {key: 'snapshot:n/new@2', recordedAt: 9, sequence: 3})`);
  for (let start = 0; start < 2; start++) {
    await session.run("MATCH (m:Migration) WHERE m.id >= '0009' DELETE m");
    await migrate(first(), migrations, nameMigrationWork);
  }
  const found = await session.run(
    "MATCH (o:OtherName)-[:NAMES]->(s) RETURN o.key AS name, s.key AS key, o.recordedAt AS at ORDER BY key",
  );
  expect(found.records.map((record) => [record.get("name"), record.get("key"), Number(record.get("at"))])).toEqual([
    ["snapshot:n/old@1", "snapshot:n/new@1", 5],
    ["snapshot:n/old@2", "snapshot:n/new@2", 9],
  ]);
  await session.close();
});
