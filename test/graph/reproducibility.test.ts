import { randomUUID } from "node:crypto";
import { z } from "zod";
import { describeEnvironment } from "../../src/catalog/environment/environment-content.js";
import { Graph } from "../../src/core/graph/graph.js";
import { loadMigrations, migrate } from "../../src/core/graph/migrations.js";
import { findLostBy, loadEvidence } from "../../src/features/reproduction/reproduction.service.js";
import { reproducibilityOf } from "../../src/features/reproduction/reproducibility.js";
import { commitKey, environmentKey, modelVersionKey, runKey, snapshotKey } from "../../src/core/shared/key.js";
import type { Statement } from "../../src/core/graph/statement.js";
import { type Write, createWrite } from "../support/fact-writing.js";
import { patientReader } from "../support/patient-limits.js";
import { testDatabase } from "../support/test-app.js";

const graph = new Graph(testDatabase());
const reader = patientReader(graph);
const budget = { maxNodes: 200_000, maxMs: 10_000 };
let write: Write;

beforeAll(async () => {
  await migrate(graph, await loadMigrations());
  write = createWrite(graph);
});
afterAll(() => graph.close());

const markDeleted: Statement<{ keys: string[]; at: number }, { count: number }> = {
  name: "test/mark-deleted",
  mode: "write",
  params: z.object({ keys: z.array(z.string()), at: z.number() }),
  row: z.object({ count: z.number() }),
  text: "UNWIND $keys AS key MATCH (n:Lineage {key: key}) SET n.tombstonedAt = toInteger($at) RETURN count(n) AS count",
};

async function tombstone(keys: readonly string[], at = Date.now()): Promise<void> {
  const session = graph.session("WRITE");
  const { records } = await session.run(markDeleted.text, { keys: [...keys], at });
  await session.close();
  expect(records[0]?.get("count")).toBe(keys.length);
}

/**
 * raw -> features run -> features -> training run -> model v1 -> tuning run -> v2; v2 -DERIVED_INTO-> v3. Everything is
 * registered, clean, pinned, digested, and each run has a command.
 */
async function pipeline() {
  const ns = `repro-${randomUUID()}`;
  const digest = "sha256:" + "a".repeat(64);
  const snapshots = { raw: "raw", features: "features" };
  const repository = `https://git.example/${ns}`;
  const requirements = `numpy==1.26.4\n${ns}==1\n`;
  const { digest: environmentDigest } = describeEnvironment({ requirements });
  const run = (externalId: string, sha: string) => ({
    namespace: ns,
    externalId,
    status: "COMPLETED" as const,
    command: "python train.py",
    codeCommit: { repository, sha },
    environment: { digest: environmentDigest },
  });
  const snapshotRef = (dataset: string) => ({ namespace: ns, dataset, version: "1" });
  const outcomes = await write([
    { operation: "registerEnvironment", input: { requirements } },
    ...Object.values(snapshots).map((dataset) => ({
      operation: "registerDatasetSnapshot" as const,
      input: { ...snapshotRef(dataset), digest },
    })),
    ...["f", "t", "u"].map((sha) => ({
      operation: "registerCodeCommit" as const,
      input: { repository, sha: sha.repeat(40), dirty: false },
    })),
    {
      operation: "recordRun",
      input: {
        ...run("features", "f".repeat(40)),
        inputs: [{ role: "raw", datasetSnapshot: snapshotRef("raw") }],
        outputSnapshots: [snapshotRef("features")],
      },
    },
    {
      operation: "recordRun",
      input: {
        ...run("training", "t".repeat(40)),
        inputs: [{ role: "training", datasetSnapshot: snapshotRef("features") }],
      },
    },
    {
      operation: "registerModelVersion",
      input: {
        namespace: ns,
        model: "m",
        version: "1",
        artifactDigest: digest,
        producedBy: { namespace: ns, externalId: "training" },
      },
    },
    {
      operation: "recordRun",
      input: {
        ...run("tuning", "u".repeat(40)),
        inputs: [{ role: "base", modelVersion: { namespace: ns, model: "m", version: "1" } }],
      },
    },
    {
      operation: "registerModelVersion",
      input: {
        namespace: ns,
        model: "m",
        version: "2",
        artifactDigest: digest,
        producedBy: { namespace: ns, externalId: "tuning" },
      },
    },
    {
      operation: "registerModelVersion",
      input: { namespace: ns, model: "m", version: "3", derivedFrom: [{ namespace: ns, model: "m", version: "2" }] },
    },
  ]);
  expect(outcomes.filter(({ status }) => status === "REJECTED")).toEqual([]);
  return {
    ns,
    repository,
    raw: snapshotKey(ns, "raw", "1"),
    features: snapshotKey(ns, "features", "1"),
    environment: environmentKey(environmentDigest),
    featuresRun: runKey(ns, "features"),
    trainingRun: runKey(ns, "training"),
    tuningRun: runKey(ns, "tuning"),
    trainingCommit: commitKey(repository, "t".repeat(40)),
    featuresCommit: commitKey(repository, "f".repeat(40)),
    v1: modelVersionKey(ns, "m", "1"),
    v2: modelVersionKey(ns, "m", "2"),
    v3: modelVersionKey(ns, "m", "3"),
  };
}

async function judge(keys: readonly string[], asOf: number | null = null): Promise<Record<string, string>> {
  const evidence = await loadEvidence(reader, keys, asOf, budget);
  return Object.fromEntries(
    evidence.map((of) => {
      const { verdict, findings } = reproducibilityOf(of);
      return [of.key, [verdict, ...findings.map(({ code, node }) => `${code} ${node}`)].join(", ")];
    }),
  );
}

test("fully recorded model versions, runs and snapshots are reproducible; a node without a run is LOST", async () => {
  const p = await pipeline();
  expect(await judge([p.v1, p.v2, p.v3, p.raw, p.features, p.trainingRun, "run:nobody/knows"])).toEqual({
    [p.v1]: "REPRODUCIBLE",
    [p.v2]: "REPRODUCIBLE",
    [p.v3]: "LOST, NO_RUN null",
    [p.raw]: "LOST, NO_RUN null",
    [p.features]: "REPRODUCIBLE",
    [p.trainingRun]: "REPRODUCIBLE",
  });
});

test("a tombstone makes everything downstream LOST, but not as of an earlier moment", async () => {
  const p = await pipeline();
  const at = Date.now() + 1_000;
  await tombstone([p.raw], at);
  const lost = `LOST, TOMBSTONED_INPUT ${p.raw}`;
  expect(await judge([p.v1, p.v2, p.features])).toEqual({ [p.v1]: lost, [p.v2]: lost, [p.features]: lost });
  expect(await judge([p.v1], at)).toEqual({ [p.v1]: lost });
  expect(await judge([p.v1], at - 1)).toEqual({ [p.v1]: "REPRODUCIBLE" });
  expect(await judge([p.v1], 1)).toEqual({});
});

test("a stub is an unknown input, without further findings", async () => {
  const ns = `repro-${randomUUID()}`;
  await write([
    {
      operation: "recordRun",
      input: {
        namespace: ns,
        externalId: "r",
        status: "COMPLETED",
        codeCommit: { repository: ns, sha: "c" },
        environment: { digest: `sha256:${ns}` },
        inputs: [{ role: "training", datasetSnapshot: { namespace: ns, dataset: "d", version: "1" } }],
      },
    },
    {
      operation: "registerModelVersion",
      input: { namespace: ns, model: "m", version: "1", producedBy: { namespace: ns, externalId: "r" } },
    },
    {
      operation: "registerModelVersion",
      input: { namespace: ns, model: "m", version: "2", producedBy: { namespace: ns, externalId: "never-reported" } },
    },
  ]);
  const key = modelVersionKey(ns, "m", "1");
  expect(await judge([key])).toEqual({
    [key]: `DEGRADED, UNKNOWN_COMMIT ${commitKey(ns, "c")}, UNKNOWN_ENVIRONMENT ${environmentKey(`sha256:${ns}`)}, NO_COMMAND ${runKey(ns, "r")}, NO_DIGEST ${snapshotKey(ns, "d", "1")}`,
  });
  const stubbed = modelVersionKey(ns, "m", "2");
  expect(await judge([stubbed])).toEqual({ [stubbed]: `LOST, NO_RUN ${runKey(ns, "never-reported")}` });
});

describe("the losses of a deletion", () => {
  test.each([
    ["a snapshot", "raw", ["v1", "v2"]],
    ["a snapshot in the middle", "features", ["v1", "v2"]],
    ["a model version that another was tuned from; not itself", "v1", ["v2"]],
    ["the run that made one, not what came of it", "trainingRun", ["v1"]],
    ["the commit of the run that made one", "trainingCommit", ["v1"]],
    ["the environment of all", "environment", ["v1", "v2"]],
    ["the code that made the features, which are still there", "featuresCommit", []],
    ["the run that made the features, which are still there", "featuresRun", []],
    ["what has nothing that could be rebuilt downstream", "v3", []],
  ] as const)("%s", async (_, target, expected) => {
    const p = await pipeline();
    expect(await findLostBy(reader, [p[target]], budget)).toEqual(expected.map((name) => p[name]));
  });

  test("what was lost before is not lost again, and targets count where they are downstream of each other", async () => {
    const p = await pipeline();
    expect(await findLostBy(reader, [p.v1, p.raw, p.raw], budget)).toEqual([p.v1, p.v2]);
    await tombstone([p.features]);
    expect(await findLostBy(reader, [p.raw], budget)).toEqual([]);
    expect(await findLostBy(reader, [p.v1], budget)).toEqual([]);
  });
});
