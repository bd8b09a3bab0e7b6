import { exampleFacts } from "../../src/adapters/example/example-facts.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
beforeAll(async () => {
  await client.start();
  await client.record(...exampleFacts());
});
afterAll(() => client.close());

const version4 = { modelVersion: { namespace: "acme", model: "credit-risk", version: "4" } };
const version4Key = "model-version:acme/credit-risk@4";
const trainApril = { datasetSnapshot: { namespace: "s3://acme-lake", dataset: "credit/train", version: "2026-04" } };
const trainAprilKey = "snapshot:s3%3A%2F%2Facme-lake/credit%2Ftrain@2026-04";
const runKey = "run:acme/credit-calibrated-2026-05";

interface Reached {
  readonly depth: number;
  readonly node: { readonly key: string; readonly kind: string };
}
interface Lineage {
  readonly nodes: readonly Reached[];
  readonly totalCount: number;
  readonly counts: readonly { readonly kind: string; readonly count: number }[];
  readonly completeness: { readonly status: string; readonly reason: string | null; readonly reachedCount: number };
}

const question = `query($of: [NodeRefInput!]!, $direction: LineageDirection!, $maxDepth: Int, $kinds: [LineageKind!], $asOf: DateTime, $limit: Int) {
  lineage(of: $of, direction: $direction, maxDepth: $maxDepth, kinds: $kinds, asOf: $asOf, limit: $limit) {
    nodes { depth node { key kind } } totalCount counts { kind count } completeness { status reason reachedCount }
  }
}`;
const ask = async (variables: Record<string, unknown>): Promise<Lineage> =>
  (
    await client.answer<{ lineage: Lineage }>(question, {
      of: [version4],
      direction: "UPSTREAM",
      limit: 500,
      ...variables,
    })
  ).lineage;
const messagesOf = async (query: string, variables: Record<string, unknown>): Promise<string[]> =>
  ((await client.ask(query, variables)).errors ?? []).map(({ message }) => message);

test("the upstream of a model version, closest first, back to the raw data", async () => {
  const { nodes, totalCount, counts, completeness } = await ask({});
  expect(nodes[0]).toEqual({ depth: 1, node: { key: runKey, kind: "RUN" } });
  expect(nodes.map(({ node }) => node.key)).toEqual(
    expect.arrayContaining([trainAprilKey, "snapshot:s3%3A%2F%2Facme-lake/raw%2Fbureau-reports@2026-q1"]),
  );
  expect(nodes.map(({ node }) => node.key)).not.toContain(version4Key);
  const places = nodes.map(({ depth, node }) => `${String(depth).padStart(3, "0")} ${node.key}`);
  expect(places).toEqual(places.toSorted());
  expect(totalCount).toBe(nodes.length);
  expect(completeness).toEqual({ status: "COMPLETE", reason: null, reachedCount: nodes.length });
  for (const { kind, count } of counts)
    expect([kind, nodes.filter(({ node }) => node.kind === kind).length]).toEqual([kind, count]);
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(totalCount);
});

test("kinds and limit affect the listed nodes, not the count or the traversal", async () => {
  const whole = await ask({});
  const snapshots = await ask({ kinds: ["DATASET_SNAPSHOT"] });
  expect(snapshots.nodes).toEqual(whole.nodes.filter(({ node }) => node.kind === "DATASET_SNAPSHOT"));
  expect(await ask({ limit: 2 })).toEqual({ ...whole, nodes: whole.nodes.slice(0, 2) });
  expect(snapshots).toMatchObject({
    totalCount: whole.totalCount,
    counts: whole.counts,
    completeness: whole.completeness,
  });
});

test("a truncated answer states where it was cut off", async () => {
  const shallow = await ask({ maxDepth: 1 });
  expect(shallow.nodes.map(({ node }) => node.key)).toEqual([runKey]);
  expect(shallow.completeness).toEqual({ status: "PARTIAL", reason: "DEPTH_LIMIT", reachedCount: 1 });
  const { closureBudget } = client;
  client.closureBudget = { ...closureBudget, maxNodes: 3 };
  const cut = await ask({});
  client.closureBudget = closureBudget;
  expect(cut.completeness).toMatchObject({ status: "PARTIAL", reason: "NODE_BUDGET" });
});

test("one statement, one more for edges, and one more for the details of each kind", async () => {
  const statementsOf = async (selection: string) => {
    const { errors, statements } = await client.ask(
      `query($of: [NodeRefInput!]!) { lineage(of: $of, direction: UPSTREAM, maxDepth: 2) { ${selection} } }`,
      { of: [{ key: version4Key }] },
    );
    expect(errors).toBeUndefined();
    return statements;
  };
  expect(
    await statementsOf(
      "asOf direction totalCount roots { key label } nodes { depth node { key kind label recordedAt } }",
    ),
  ).toEqual(["lineage/upstream"]);
  expect(await statementsOf("edges { upstreamKey }")).toEqual(["lineage/upstream", "lineage/edges-between"]);
  expect(
    await statementsOf("nodes { node { ... on Run { status } } } roots { ... on ModelVersion { version } }"),
  ).toEqual(expect.arrayContaining(["lineage/upstream", "run/load-runs", "model/load-model-versions"]));
});

test("edges connect the listed nodes and the roots, and have their roles", async () => {
  const query = `query($of: [NodeRefInput!]!) { lineage(of: $of, direction: UPSTREAM, kinds: [RUN], maxDepth: 1) { edges { upstreamKey downstreamKey kind role inferred } } }`;
  const { lineage } = await client.answer<{ lineage: object }>(query, { of: [version4, trainApril] });
  expect(lineage).toEqual({
    edges: expect.arrayContaining([
      { upstreamKey: runKey, downstreamKey: version4Key, kind: "PRODUCED", role: "model", inferred: false },
      { upstreamKey: trainAprilKey, downstreamKey: runKey, kind: "USED_BY", role: "training", inferred: false },
    ]),
  });
  const deployed = await client.answer(
    `query($of: [NodeRefInput!]!) { lineage(of: $of, direction: DOWNSTREAM, kinds: [DEPLOYMENT], maxDepth: 1) { edges { kind role } } }`,
    { of: [{ modelVersion: { namespace: "acme", model: "credit-risk-lite", version: "1" } }] },
  );
  expect(deployed).toEqual({ lineage: { edges: [{ kind: "DEPLOYED_AS", role: null }] } });
});

test("nodes of every kind have their upstream and downstream", async () => {
  const query = `query { modelVersion(namespace: "acme", model: "credit-risk", version: "4") {
    upstream(maxDepth: 1) { direction nodes { node { key } } } downstream(kinds: [DEPLOYMENT], limit: 1) { direction nodes { depth node { label } } }
  } }`;
  expect(await client.answer(query)).toEqual({
    modelVersion: {
      upstream: { direction: "UPSTREAM", nodes: [{ node: { key: runKey } }] },
      downstream: {
        direction: "DOWNSTREAM",
        nodes: [{ depth: 1, node: { label: expect.stringMatching(/^credit-risk@4 at /) } }],
      },
    },
  });
});

const pathQuery =
  "query($from: NodeRefInput!, $to: NodeRefInput!) { path(from: $from, to: $to) { length nodes { key } edges { upstreamKey downstreamKey role } } }";

test("a path follows the flow, never against it", async () => {
  expect(await client.answer(pathQuery, { from: trainApril, to: version4 })).toEqual({
    path: {
      length: 2,
      nodes: [{ key: trainAprilKey }, { key: runKey }, { key: version4Key }],
      edges: [
        { upstreamKey: trainAprilKey, downstreamKey: runKey, role: "training" },
        { upstreamKey: runKey, downstreamKey: version4Key, role: "model" },
      ],
    },
  });
  expect(await client.answer(pathQuery, { from: version4, to: trainApril })).toEqual({ path: null });
  expect(await client.answer(pathQuery, { from: version4, to: version4 })).toEqual({
    path: { length: 0, nodes: [{ key: version4Key }], edges: [] },
  });
});

test("invalid arguments are rejected with the value and a remedy", async () => {
  const refusal = (variables: Record<string, unknown>) =>
    messagesOf(question, { of: [version4], direction: "UPSTREAM", ...variables });
  expect(await refusal({ of: [] })).toEqual(["of is empty; name at least one node"]);
  expect(await refusal({ limit: 0 })).toEqual(["limit is 0; give a number from 1 to 10000"]);
  expect(await refusal({ limit: 10_001 })).toEqual(["limit is 10001; give a number from 1 to 10000"]);
  expect(await refusal({ maxDepth: 0 })).toEqual(["maxDepth is 0; give 1 or more, or omit it for unlimited depth"]);
  expect(await refusal({ asOf: "2999-01-01T00:00:00Z" })).toEqual([
    expect.stringMatching(/^asOf is 2999-01-01T00:00:00.000Z, which is after the current server time, /),
  ]);
  expect(await refusal({ of: [{ key: "run:no/such" }] })).toEqual([
    expect.stringContaining("nothing is recorded under run:no/such"),
  ]);
  expect(await messagesOf(pathQuery, { from: version4, to: { key: "run:no/such" } })).toEqual([
    expect.stringContaining("run:no/such"),
  ]);
});
