import { randomUUID } from "node:crypto";
import { z } from "zod";
import { loadEdges, loadNodes } from "../../src/core/facts/facts.statements.js";
import { Graph } from "../../src/core/graph/graph.js";
import { loadMigrations, migrate } from "../../src/core/graph/migrations.js";
import type { Statement } from "../../src/core/graph/statement.js";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { deploymentKey, modelKey, modelVersionKey, runKey } from "../../src/core/shared/key.js";
import { createWrite } from "../support/fact-writing.js";
import { testDatabase } from "../support/test-app.js";

const graph = new Graph(testDatabase());
const write = createWrite(graph);
const namespace = `test-${randomUUID()}`;

beforeAll(async () => {
  await migrate(graph, await loadMigrations());
});
afterAll(() => graph.close());

const ask = <Row>(text: string, key: string, row: z.ZodType<Row>): Promise<Row[]> => {
  const statement: Statement<{ key: string }, Row> = {
    name: "test/ask",
    mode: "read",
    text,
    params: z.object({ key: z.string() }),
    row,
  };
  return graph.read(statement, { key });
};
const setAlias = (model: string, version: string | null): FactInput => ({
  operation: "setModelAlias",
  input: { namespace, model, alias: "champion", version, allowUnregistered: true },
});
const run = (externalId: string, more: object = {}): FactInput => ({
  operation: "recordRun",
  input: { namespace, externalId, status: "COMPLETED", ...more },
});
const deploy = (endpoint: string, version: string, validFrom: string, more: object = {}): FactInput => ({
  operation: "recordDeployment",
  input: {
    namespace,
    endpoint,
    stage: "PRODUCTION",
    modelVersion: { namespace, model: "m", version },
    validFrom,
    ...more,
  },
});
const keyOf = (endpoint: string, version: string, validFrom: string): string =>
  deploymentKey(namespace, endpoint, modelVersionKey(namespace, "m", version), Date.parse(validFrom));
const fieldsOf = async (key: string) => (await graph.read(loadNodes, { keys: [key] }))[0]?.fields;

test("an alias keeps its history: each period ends when the next begins, and a removed alias remains ended", async () => {
  for (const version of ["1", "2", null]) await write([setAlias("history", version)]);
  const stretches = await ask(
    "MATCH (:Model {key: $key})-[a:HAS_ALIAS]->(v) RETURN v.version AS version, a.recordedAt AS since, a.endedAt AS until ORDER BY since",
    modelKey(namespace, "history"),
    z.object({ version: z.string(), since: z.number(), until: z.number().nullable() }),
  );
  expect(stretches.map(({ version }) => version)).toEqual(["1", "2"]);
  expect(stretches[0]?.until).toBe(stretches[1]?.since);
  expect(stretches[1]?.until).toBeGreaterThan(stretches[1]?.since ?? Infinity);
});

test("a repeated request does not move an alias for the requests that are committed with it", async () => {
  await write([setAlias("repeated", "1")], { by: namespace, idempotencyKey: "first" });
  await write([setAlias("repeated", "2")]);
  // While the first of these is in progress, the other two wait and form one group.
  const [, again] = await Promise.all([
    write([run("opening")]),
    write([setAlias("repeated", "1")], { by: namespace, idempotencyKey: "first" }),
    write([
      run("scored", { inputs: [{ role: "model", modelVersion: { namespace, model: "repeated", alias: "champion" } }] }),
    ]),
  ]);
  expect(again).toEqual([{ status: "NEW", key: modelKey(namespace, "repeated") }]);
  const used = await graph.read(loadEdges, {
    edges: ["1", "2"].map((version) => ({
      kind: "USED_BY",
      upstream: modelVersionKey(namespace, "repeated", version),
      downstream: runKey(namespace, "scored"),
      role: "model",
    })),
  });
  expect(used.map(({ upstream }) => upstream)).toEqual([modelVersionKey(namespace, "repeated", "2")]);
});

test("later reports of a deployment keep its earlier states as revisions, each with its recorded period", async () => {
  const key = keyOf("revised", "1", "2026-01-01T00:00:00Z");
  await write([deploy("revised", "1", "2026-01-01T00:00:00Z")]);
  await write([deploy("revised", "2", "2026-03-01T00:00:00Z")]);
  await write([
    deploy("revised", "1", "2026-01-01T00:00:00Z", { validTo: "2026-02-01T00:00:00Z", endReason: "ROLLED_BACK" }),
  ]);
  const revisions = await ask(
    "MATCH (d:Lineage {key: $key})-[:REVISED_FROM]->(r) RETURN r.recordedAt AS since, r.supersededAt AS until, r.validTo AS validTo, r.endReason AS endReason, d.recordedAt AS recordedAt, d.revisedAt AS revisedAt ORDER BY since",
    key,
    z.object({
      since: z.number(),
      until: z.number(),
      validTo: z.number().nullable(),
      endReason: z.string().nullable(),
      recordedAt: z.number(),
      revisedAt: z.number(),
    }),
  );
  const [first, second] = revisions;
  expect(revisions).toHaveLength(2);
  expect(first).toMatchObject({ since: first?.recordedAt, until: second?.since, validTo: null, endReason: null });
  expect(second).toMatchObject({
    until: second?.revisedAt,
    validTo: Date.parse("2026-03-01T00:00:00Z"),
    endReason: "SUPERSEDED",
  });
  expect(await fieldsOf(key)).toMatchObject({ validTo: Date.parse("2026-02-01T00:00:00Z"), endReason: "ROLLED_BACK" });
});

test("a report of a deployment without traffic keeps the recorded traffic", async () => {
  const [from, key] = ["2026-01-01T00:00:00Z", keyOf("traffic", "1", "2026-01-01T00:00:00Z")];
  await write([deploy("traffic", "1", from, { by: "ci" })]);
  expect(await fieldsOf(key)).toMatchObject({ trafficPercent: 100 });
  await write([deploy("traffic", "1", from, { trafficPercent: 10 })]);
  await write([deploy("traffic", "1", from)]);
  expect(await fieldsOf(key)).toMatchObject({ trafficPercent: 10 });
});

test("a stub of a deployment takes no traffic from the others", async () => {
  const [from, key] = ["2026-01-01T00:00:00Z", keyOf("referred", "1", "2026-01-01T00:00:00Z")];
  await write([deploy("referred", "1", from)]);
  const emittedBy = {
    namespace,
    endpoint: "referred",
    modelVersion: { namespace, model: "m", version: "2" },
    validFrom: "2026-02-01T00:00:00Z",
  };
  await write([
    { operation: "registerDatasetSnapshot", input: { namespace, dataset: "predictions", version: "1", emittedBy } },
  ]);
  expect(await fieldsOf(key)).toMatchObject({ trafficPercent: 100 });
  expect(await fieldsOf(key)).not.toHaveProperty("validTo");
  await write([deploy("referred", "2", "2026-02-01T00:00:00Z")]);
  expect(await fieldsOf(key)).toMatchObject({ validTo: Date.parse("2026-02-01T00:00:00Z"), endReason: "SUPERSEDED" });
});

test("a run is connected once with its parent run, regardless of the order and repetition of reports", async () => {
  const started = (externalId: string, by: string): FactInput =>
    run(externalId, { parent: { namespace, externalId: by } });
  await write([started("early", "starter"), run("starter"), started("late", "starter"), started("late", "starter")]);
  await write([started("early", "starter"), started("later", "starter")]);
  const rows = await ask(
    "MATCH (r)-[:PARENT_RUN]->(:Lineage {key: $key}) RETURN r.name AS name ORDER BY name",
    runKey(namespace, "starter"),
    z.object({ name: z.string() }),
  );
  expect(rows.map(({ name }) => name)).toEqual(["early", "late", "later"]);
});

test("an environment installs each of its packages once, however often it is registered", async () => {
  const name = `pkg-${namespace}`;
  const environment: FactInput = {
    operation: "registerEnvironment",
    input: { requirements: `${name}==1.0\nnumpy==2.0.0\n` },
  };
  const [outcome] = await write([environment]);
  const key = outcome?.status === "NEW" ? outcome.key : "";
  await write([environment, environment]);
  const installed = await ask(
    "MATCH (:Lineage {key: $key})-[i:INSTALLS]->(p) RETURN p.name AS name, p.version AS version ORDER BY name",
    key,
    z.object({ name: z.string(), version: z.string() }),
  );
  expect(installed).toEqual([
    { name: "numpy", version: "2.0.0" },
    { name, version: "1.0" },
  ]);
});
