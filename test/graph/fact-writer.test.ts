import { randomUUID } from "node:crypto";
import type { FactOutcome } from "../../src/core/facts/fact-plan.js";
import { Graph } from "../../src/core/graph/graph.js";
import { firstBrokenEntry } from "../../src/core/shared/hash-chain.js";
import { listEntries } from "../../src/core/graph/ledger.statements.js";
import { loadMigrations, migrate } from "../../src/core/graph/migrations.js";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { loadEndpointHistory } from "../../src/catalog/deployment/settle.statements.js";
import { loadNodes } from "../../src/core/facts/facts.statements.js";
import { deploymentKey, endpointKey, modelVersionKey, runKey, snapshotKey } from "../../src/core/shared/key.js";
import { type WriteOptions, createWrite } from "../support/fact-writing.js";
import { testDatabase } from "../support/test-app.js";

const graph = new Graph(testDatabase());
const writers = [createWrite(graph), createWrite(graph)];
const namespace = `test-${randomUUID()}`;

beforeAll(async () => {
  await migrate(graph, await loadMigrations());
});
afterAll(() => graph.close());

function write(
  facts: readonly FactInput[],
  { idempotencyKey, by = namespace, writer = 0 }: WriteOptions & { writer?: number } = {},
): Promise<readonly FactOutcome[]> {
  const target = writers[writer];
  if (!target) throw new Error(`no writer ${writer}`);
  return target(facts, { by, idempotencyKey });
}

const snapshot = (dataset: string, version: string, more: object = {}): FactInput => ({
  operation: "registerDatasetSnapshot",
  input: { namespace, dataset, version, ...more },
});
const run = (externalId: string, more: object = {}): FactInput => ({
  operation: "recordRun",
  input: { namespace, externalId, status: "COMPLETED", ...more },
});
const deployment = (version: string, validFrom: string, more: object = {}): FactInput => ({
  operation: "recordDeployment",
  input: {
    namespace,
    endpoint: "api",
    stage: "PRODUCTION",
    modelVersion: { namespace, model: "m", version },
    validFrom,
    ...more,
  },
});

async function entriesOf(by: string) {
  const all = await graph.read(listEntries, { after: 0, limit: 1_000_000 });
  return all.filter((entry) => entry.by === by);
}

async function fieldsOf(key: string): Promise<Record<string, unknown> | undefined> {
  return (await graph.read(loadNodes, { keys: [key] }))[0]?.fields;
}

test("fifty clients of two processes that register the same snapshot create one node and one entry", async () => {
  const by = `fifty-${namespace}`;
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, client) =>
      write([snapshot("fifty", "1", { digest: "sha256:aa" })], { by, writer: client % 2 }),
    ),
  );
  expect(outcomes.flat().filter(({ status }) => status === "NEW")).toHaveLength(1);
  expect(outcomes.flat().filter(({ status }) => status === "UNCHANGED")).toHaveLength(49);
  expect(await entriesOf(by)).toHaveLength(1);
});

test("the same idempotency key from fifty clients takes effect once and returns the same result to all; another body is a conflict", async () => {
  const by = `keyed-${namespace}`;
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, client) =>
      write([snapshot("keyed", "1")], { by, idempotencyKey: "k", writer: client % 2 }),
    ),
  );
  for (const outcome of outcomes)
    expect(outcome).toEqual([{ status: "NEW", key: snapshotKey(namespace, "keyed", "1") }]);
  expect(await entriesOf(by)).toHaveLength(1);
  await expect(write([snapshot("keyed", "2")], { by, idempotencyKey: "k" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

test("an invalid fact fails alone and writes nothing", async () => {
  await write([snapshot("bad", "1", { digest: "sha256:aa" })]);
  const outcomes = await write([
    snapshot("good", "1"),
    snapshot("bad", "1", { digest: "sha256:bb", derivedFrom: [{ namespace, dataset: "never", version: "1" }] }),
    run("after"),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(["NEW", "REJECTED", "NEW"]);
  expect(outcomes[1]).toMatchObject({
    code: "CONFLICT",
    details: { field: "digest", known: "sha256:aa", given: "sha256:bb" },
  });
  expect(await fieldsOf(snapshotKey(namespace, "never", "1"))).toBeUndefined();
});

test("a model version made again by another run is a conflict, and nothing is concluded from it in the same request", async () => {
  const version = (number: string, more: object = {}): FactInput => ({
    operation: "registerModelVersion",
    input: { namespace, model: "again", version: number, ...more },
  });
  const [first, second] = [run("made-first"), run("made-again")];
  await write([first, second, version("1", { producedBy: { namespace, externalId: "made-first" } })]);
  const refused = version("1", { producedBy: { namespace, externalId: "made-again" }, artifactUri: "s3://b/2" });
  const modelVersion = { namespace, model: "again", version: "1" };
  const outcomes = await write([
    refused,
    { operation: "setModelAlias", input: { ...modelVersion, alias: "champion", allowUnregistered: true } },
    {
      operation: "recordDeployment",
      input: { namespace, endpoint: "again", stage: "PRODUCTION", modelVersion, validFrom: "2026-01-01T00:00:00Z" },
    },
    run("scored-again", { inputs: [{ role: "model", modelVersion }] }),
    version("2", { derivedFrom: [modelVersion] }),
  ]);
  const key = modelVersionKey(namespace, "again", "1");
  expect(outcomes).toMatchObject([
    {
      status: "REJECTED",
      code: "CONFLICT",
      details: {
        field: "producedBy",
        known: runKey(namespace, "made-first"),
        given: runKey(namespace, "made-again"),
      },
    },
    { status: "REJECTED", details: { key } },
    { status: "REJECTED", details: { key } },
    { status: "NEW", warnings: [{ given: key }] },
    { status: "NEW", warnings: [{ given: key }] },
  ]);
  expect(await fieldsOf(key)).not.toHaveProperty("artifactUri");
  expect(await fieldsOf(endpointKey(namespace, "again"))).toBeUndefined();
  // Other requests are not affected.
  expect(await write([run("scored-later", { inputs: [{ role: "model", modelVersion }] })])).toMatchObject([
    { status: "NEW" },
  ]);
});

test("another run that produced the same content of a model version is recorded as a further producer", async () => {
  const made = (externalId: string): FactInput => ({
    operation: "registerModelVersion",
    input: {
      namespace,
      model: "reproduced",
      version: "1",
      artifactDigest: "sha256:aa",
      producedBy: { namespace, externalId },
    },
  });
  const outcomes = await write([made("first-time"), made("second-time"), made("first-time")]);
  expect(outcomes.map(({ status }) => status)).toEqual(["NEW", "CHANGED", "UNCHANGED"]);
});

test("a fact without a change creates no entry", async () => {
  const by = `again-${namespace}`;
  const facts = [
    snapshot("again", "1"),
    run("again", { inputs: [{ role: "training", datasetSnapshot: { namespace, dataset: "again", version: "1" } }] }),
  ];
  await write(facts, { by });
  expect((await write(facts, { by })).map(({ status }) => status)).toEqual(["UNCHANGED", "UNCHANGED"]);
  expect(await entriesOf(by)).toHaveLength(1);
});

test("a reference creates a stub, which a registration completes; a run may refer to its parent before that is recorded", async () => {
  await write([
    run("child", {
      parent: { namespace, externalId: "parent" },
      outputSnapshots: [{ namespace, dataset: "stub", version: "1" }],
    }),
  ]);
  expect(await fieldsOf(snapshotKey(namespace, "stub", "1"))).toMatchObject({ stub: true });
  expect(await fieldsOf(runKey(namespace, "parent"))).toMatchObject({ stub: true });
  const [outcome] = await write([snapshot("stub", "1", { rowCount: 3 })]);
  expect(outcome?.status).toBe("NEW");
  expect(await fieldsOf(snapshotKey(namespace, "stub", "1"))).toMatchObject({ stub: false, rowCount: 3 });
});

test("an alias is resolved to its target, also if an earlier fact of the same batch moved it", async () => {
  const version = (number: string): FactInput => ({
    operation: "registerModelVersion",
    input: { namespace, model: "aliased", version: number },
  });
  const alias = (number: string | null): FactInput => ({
    operation: "setModelAlias",
    input: { namespace, model: "aliased", alias: "champion", version: number, allowUnregistered: true },
  });
  const scored = (id: string): FactInput =>
    run(id, { inputs: [{ role: "model", modelVersion: { namespace, model: "aliased", alias: "champion" } }] });
  expect(await write([scored("too-early")])).toMatchObject([{ status: "REJECTED", code: "NOT_FOUND" }]);
  const outcomes = await write([
    version("1"),
    version("2"),
    alias("1"),
    scored("first"),
    alias("2"),
    scored("second"),
    alias("2"),
    alias(null),
    scored("late"),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual([
    "NEW",
    "NEW",
    "NEW",
    "NEW",
    "CHANGED",
    "NEW",
    "UNCHANGED",
    "CHANGED",
    "REJECTED",
  ]);
});

test("deployments of an endpoint have the same final state in any order of reports, and earlier states are kept", async () => {
  const [first, second] = [deployment("1", "2026-01-01T00:00:00Z"), deployment("2", "2026-02-01T00:00:00Z")];
  await write([second]);
  await write([first]);
  const read = async () =>
    Object.fromEntries(
      (await graph.read(loadEndpointHistory, { endpointKeys: [endpointKey(namespace, "api")] })).map((row) => [
        row.key,
        row,
      ]),
    );
  const firstKey = deploymentKey(
    namespace,
    "api",
    modelVersionKey(namespace, "m", "1"),
    Date.parse("2026-01-01T00:00:00Z"),
  );
  const secondKey = deploymentKey(
    namespace,
    "api",
    modelVersionKey(namespace, "m", "2"),
    Date.parse("2026-02-01T00:00:00Z"),
  );
  expect(await read()).toMatchObject({
    [firstKey]: { validTo: Date.parse("2026-02-01T00:00:00Z"), endReason: "SUPERSEDED" },
    [secondKey]: { validTo: null, trafficPercent: 100 },
  });
  await write([deployment("3", "2026-03-01T00:00:00Z", { trafficPercent: 10 })]);
  expect((await read())[secondKey]).toMatchObject({ validTo: null, trafficPercent: 90 });
});

test("with concurrent writers, sequences have no gap, times increase and the chain is intact", async () => {
  await Promise.all(Array.from({ length: 60 }, (_, client) => write([run(`chain-${client}`)], { writer: client % 2 })));
  const entries = await graph.read(listEntries, { after: 0, limit: 1_000_000 });
  expect(firstBrokenEntry(entries)).toBeNull();
  expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
  expect(entries.every(({ at }, index) => index === 0 || at >= (entries[index - 1]?.at ?? 0))).toBe(true);
  expect(firstBrokenEntry(entries.toSpliced(3, 1))).toBe(4);
});
