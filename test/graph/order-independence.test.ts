import { createHash, randomUUID } from "node:crypto";
import fc from "fast-check";
import { z } from "zod";
import { Graph } from "../../src/core/graph/graph.js";
import { loadMigrations, migrate } from "../../src/core/graph/migrations.js";
import type { Statement } from "../../src/core/graph/statement.js";
import { draftFact } from "../../src/adapters/ingest/fact-drafts.js";
import { type FactInput, fact } from "../../src/adapters/ingest/fact.js";
import { createWrite } from "../support/fact-writing.js";
import { testDatabase } from "../support/test-app.js";

/*
 * Facts in any order, repeated, in any batches and by two concurrent processes result in the same graph. Immutable
 * fields are derived from the name of their node, so no two facts contradict each other; which of them a fact contains
 * is random. Mutable fields contradict each other: each fact has a moment of observation, and the newest one wins.
 */
const graph = new Graph(testDatabase());
const writers = [createWrite(graph), createWrite(graph)];

beforeAll(async () => {
  await migrate(graph, await loadMigrations());
});
afterAll(() => graph.close());

type MakeFact = (namespace: string) => FactInput;
const digestOf = (text: string): string => `sha256:${createHash("sha256").update(text).digest("hex")}`;
const index = fc.nat(3);
/** A few moments, so that some facts are observed at the same one. */
const observedAt = fc.nat(5).map((minute) => new Date(Date.UTC(2026, 5, 1, 0, minute)).toISOString());
const maybeIndex = fc.constantFrom(null, 0, 1, 2, 3);
const day = (number: number): string => new Date(Date.UTC(2026, 0, 1 + number)).toISOString();
const some = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item[] | undefined> =>
  fc.option(fc.array(item, { maxLength: 3 }), { nil: undefined });
/** Some or all of the fields, because sources know different ones. */
const partOf = <Fields extends object>(fields: fc.Arbitrary<Fields>): fc.Arbitrary<Partial<Fields>> =>
  fc
    .tuple(fields, fc.infiniteStream(fc.boolean()))
    .map(
      ([all, keeps]) =>
        Object.fromEntries(Object.entries(all).filter(() => keeps.next().value === true)) as Partial<Fields>,
    );

const snapshotRef = (namespace: string, number: number) => ({
  namespace,
  dataset: `d${number % 2}`,
  version: String(number),
});
const runRef = (namespace: string, number: number) => ({ namespace, externalId: `r${number}` });
const versionRef = (namespace: string, number: number) => ({
  namespace,
  model: `m${number % 2}`,
  version: String(number),
});
const commitRef = (namespace: string, number: number) => ({
  repository: `https://git.test/${namespace}`,
  sha: `${number}`.repeat(40),
});
const environment = (namespace: string) => ({ requirements: `pkg-${namespace}==1.0\nnumpy==2.0.0\n` });
const environmentRef = (namespace: string) => {
  const { key } = draftFact(fact.parse({ operation: "registerEnvironment", input: environment(namespace) }), () => "");
  return { digest: decodeURIComponent(key.slice(key.lastIndexOf("@") + 1)) };
};

const snapshots: fc.Arbitrary<MakeFact> = fc
  .tuple(index, fc.record({ digest: fc.boolean(), rows: fc.boolean() }), some(index))
  .map(([number, tells, from]) => (namespace) => ({
    operation: "registerDatasetSnapshot",
    input: {
      ...snapshotRef(namespace, number),
      ...(tells.digest && { digest: digestOf(`d${number}`) }),
      ...(tells.rows && { rowCount: number * 10 }),
      derivedFrom: from?.filter((other) => other < number).map((other) => snapshotRef(namespace, other)),
    },
  }));

const commits: fc.Arbitrary<MakeFact> = fc
  .tuple(index, fc.boolean(), fc.constantFrom("main", "next", undefined))
  .map(([number, tellsMessage, branch]) => (namespace) => ({
    operation: "registerCodeCommit",
    input: {
      ...commitRef(namespace, number),
      branch,
      ...(tellsMessage && { message: `commit ${number}`, dirty: false }),
    },
  }));

const runDetails = partOf(
  fc.record({
    name: fc.constantFrom("a", "b"),
    experiment: fc.constantFrom("x", "y"),
    startedAt: index.map(day),
    endedAt: index.map((number) => day(number + 10)),
    parameters: fc
      .uniqueArray(index, { maxLength: 3 })
      .map((numbers) => numbers.map((number) => ({ name: `p${number}`, value: String(number) }))),
    metrics: fc.array(
      fc.record({ name: fc.constantFrom("auc", "loss"), value: fc.constantFrom(0.5, 0.25, 1), step: fc.nat(2) }),
      { maxLength: 3 },
    ),
    deletedAtSource: fc.boolean(),
  }),
);
const runs: fc.Arbitrary<MakeFact> = fc
  .record({
    number: index,
    observedAt,
    status: fc.constantFrom("SCHEDULED", "RUNNING", "COMPLETED", "FAILED", "ABORTED"),
    details: runDetails,
    outputs: some(index),
    inputs: some(fc.record({ role: fc.constantFrom("training", "test"), number: index, isModel: fc.boolean() })),
    commit: maybeIndex,
    usesEnvironment: fc.boolean(),
    namesParent: fc.boolean(),
  })
  .map(
    ({ number, observedAt, status, details, outputs, inputs, commit, usesEnvironment, namesParent }) =>
      (namespace) => ({
        operation: "recordRun",
        input: {
          ...runRef(namespace, number),
          observedAt,
          ...details,
          status,
          inputs: inputs?.map(({ role, number: used, isModel }) => ({
            role,
            ...(isModel
              ? { modelVersion: versionRef(namespace, used) }
              : { datasetSnapshot: snapshotRef(namespace, used) }),
          })),
          outputSnapshots: outputs?.map((made) => snapshotRef(namespace, made)),
          codeCommit: commit === null ? null : commitRef(namespace, commit),
          environment: usesEnvironment ? environmentRef(namespace) : null,
          parent: namesParent && number > 0 ? runRef(namespace, 0) : null,
        },
      }),
  );

const versions: fc.Arbitrary<MakeFact> = fc
  .tuple(index, fc.boolean(), fc.boolean(), some(index))
  .map(([number, tellsRun, tellsArtifact, from]) => (namespace) => ({
    operation: "registerModelVersion",
    input: {
      ...versionRef(namespace, number),
      producedBy: tellsRun ? runRef(namespace, 3 - number) : null,
      ...(tellsArtifact && { artifactUri: `s3://models/${number}` }),
      derivedFrom: from?.filter((other) => other < number).map((other) => versionRef(namespace, other)),
    },
  }));

/** The fields of the deployment with this number; a fact contains some of them. */
const deploymentTruth = [
  { from: 0, to: null, reason: null, traffic: null },
  { from: 2, to: 6, reason: "ROLLED_BACK", traffic: 40 },
  { from: 2, to: null, reason: null, traffic: 10 },
  { from: 5, to: 9, reason: null, traffic: 0 },
] as const;
const deployments: fc.Arbitrary<MakeFact> = fc
  .tuple(
    index,
    fc.boolean(),
    fc.boolean(),
    fc.boolean(),
    fc.constantFrom(false, false, false, true),
    observedAt,
    fc.nat(1),
  )
  .map(([number, tellsEnd, tellsReason, tellsTraffic, isEmitting, observedAt, change]) => (namespace) => {
    const { from, to, reason, traffic } = deploymentTruth[number] ?? deploymentTruth[0];
    const identity = { namespace, endpoint: "api", modelVersion: versionRef(namespace, number), validFrom: day(from) };
    if (isEmitting)
      return { operation: "registerDatasetSnapshot", input: { ...snapshotRef(namespace, 3), emittedBy: identity } };
    return {
      operation: "recordDeployment",
      input: {
        ...identity,
        stage: "PRODUCTION",
        observedAt,
        ...(tellsEnd && to !== null && { validTo: day(to + change), endReason: tellsReason ? reason : null }),
        trafficPercent: tellsTraffic && traffic !== null ? traffic + change : null,
      },
    };
  });
const aliases: fc.Arbitrary<MakeFact> = fc
  .tuple(fc.constantFrom("champion", "challenger"), fc.constantFrom(null, 0, 2), observedAt)
  .map(([alias, number, observedAt]) => (namespace) => ({
    operation: "setModelAlias",
    input: {
      namespace,
      model: "m0",
      alias,
      allowUnregistered: true,
      version: number === null ? null : String(number),
      observedAt,
    },
  }));
const environments: fc.Arbitrary<MakeFact> = fc.constant((namespace: string): FactInput => ({
  operation: "registerEnvironment",
  input: environment(namespace),
}));

/**
 * All nodes in the namespace and their relationships. Left out is what tells the order of arrival by its meaning: recorded
 * times and entries, revisions, the centre of a content, and copies in the namespaces of other tests.
 */
const dumpStatement = (text: string): Statement<{ keys: string[] }, { line: unknown }> => ({
  name: "test/dump",
  mode: "read",
  text,
  params: z.object({ keys: z.array(z.string()) }),
  row: z.object({ line: z.unknown() }),
});
const dumpNodes =
  dumpStatement(`MATCH (n:Lineage) WHERE n.key IN $keys OPTIONAL MATCH (n)-[:VERSION_OF|SERVED_AT|INSTALLS]->(c) WITH collect(DISTINCT n) + collect(DISTINCT c) AS all
  UNWIND all AS n WITH DISTINCT n RETURN [labels(n), n {.*, recordedAt: null, sequence: null, revisedAt: null, centreOf: null, originOf: null}] AS line`);
const dumpAliases = dumpStatement(
  "MATCH (m:Model)-[r:HAS_ALIAS|WITHOUT_ALIAS]->(v) WHERE m.key IN $keys AND r.endedAt IS NULL RETURN [m.key, type(r), r.alias, r.observedAt, v.key] AS line",
);
const dumpEdges = dumpStatement(
  "MATCH (a:Lineage)-[r]->(b) WHERE a.key IN $keys AND NOT type(r) IN ['REVISED_FROM', 'COPIED_AS'] RETURN [a.key, type(r), r.role, r.position, b.key] AS line",
);

function keysOf(facts: readonly FactInput[]): string[] {
  return facts.flatMap((given) => {
    const { nodes, pointers = [] } = draftFact(fact.parse(given), () => "");
    return [...nodes.map(({ key }) => key), ...pointers.map(({ owner }) => owner)];
  });
}

async function dump(keys: string[]): Promise<string[]> {
  const rows = await Promise.all(
    [dumpNodes, dumpEdges, dumpAliases].map((statement) => graph.read(statement, { keys })),
  );
  return rows
    .flat()
    .map(({ line }) => inOneSpelling(line))
    .sort();
}

/** Removes the test's nodes, so the same facts can be written again: in another namespace keys would sort differently. */
async function purge(keys: string[]): Promise<void> {
  const session = graph.session("WRITE");
  await session.run(
    "MATCH (n) WHERE (n:Lineage OR n:Endpoint OR n:Model) AND n.key IN $keys OPTIONAL MATCH (n)-[:VERSION_OF|SERVED_AT|REVISED_FROM]->(c) DETACH DELETE n, c",
    { keys },
  );
  await session.close();
}

function inOneSpelling(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort())
      : part,
  );
}

/** Writes the facts in batches of these sizes, alternately by two processes; concurrently on request. */
async function writeAll(facts: readonly FactInput[], sizes: readonly number[], isConcurrent: boolean): Promise<void> {
  const pending = [];
  for (let at = 0, batch = 0; at < facts.length; batch += 1) {
    const size = sizes[batch % sizes.length] ?? 1;
    const writing = writers[batch % 2]?.(facts.slice(at, at + size)).then((outcomes) =>
      expect(outcomes.filter(({ status }) => status === "REJECTED")).toEqual([]),
    );
    if (isConcurrent) pending.push(writing);
    else await writing;
    at += size;
  }
  await Promise.all(pending);
}

const casesOf = (facts: fc.Arbitrary<MakeFact>) =>
  fc.array(facts, { minLength: 2, maxLength: 25 }).chain((makers) =>
    fc.record({
      makers: fc.constant(makers),
      // Every fact at least once, some more often.
      order: fc
        .array(fc.nat(makers.length - 1), { maxLength: 10 })
        .chain((repeated) =>
          fc.shuffledSubarray([...makers.keys(), ...repeated], { minLength: makers.length + repeated.length }),
        ),
      sizes: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 4 }),
      isConcurrent: fc.boolean(),
    }),
  );

test.each([
  ["facts of every kind", fc.oneof(snapshots, commits, runs, runs, versions, aliases, deployments, environments)],
  ["what is said of the deployments of one endpoint", deployments],
  ["what is said of runs", runs],
  ["moves of aliases", aliases],
])("%s result in the same graph, regardless of their order, repetition and batches", async (_, facts) => {
  await fc.assert(
    fc.asyncProperty(casesOf(facts), async ({ makers, order, sizes, isConcurrent }) => {
      const namespace = `test-${randomUUID()}`;
      const inOrder = makers.map((make) => make(namespace));
      const keys = keysOf(inOrder);
      await writeAll(inOrder, [1], false);
      const expected = await dump(keys);
      expect(expected.length).toBeGreaterThan(0);
      await purge(keys);
      expect(await dump(keys)).toEqual([]);
      await writeAll(
        order.flatMap((at) => makers[at]?.(namespace) ?? []),
        sizes,
        isConcurrent,
      );
      expect(await dump(keys)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});
