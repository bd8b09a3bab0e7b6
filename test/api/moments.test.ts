import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { readHead } from "../../src/core/graph/ledger.statements.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
const { namespace } = client;
const data = { namespace, dataset: "d", version: "1" };
const of = [{ datasetSnapshot: data }];
const versionCount = 199;
const numbers = Array.from({ length: versionCount }, (_, index) => String(index + 1).padStart(3, "0"));

beforeAll(async () => {
  await client.start();
  await client.record(...numbers.flatMap(trained), endpoint("live"));
});
afterAll(() => client.close());

/** A run that read the data, and the version that it produced. */
function trained(version: string): FactInput[] {
  return [
    {
      operation: "recordRun",
      input: {
        namespace,
        externalId: `train-${version}`,
        status: "COMPLETED",
        inputs: [{ datasetSnapshot: data, role: "training" }],
      },
    },
    {
      operation: "registerModelVersion",
      input: { namespace, model: "m", version, producedBy: { namespace, externalId: `train-${version}` } },
    },
  ];
}

function endpoint(name: string): FactInput {
  return { operation: "defineEndpoint", input: { namespace, name, stage: "PRODUCTION" } };
}

function deployed(name: string, version: string): FactInput {
  return {
    operation: "recordDeployment",
    input: {
      namespace,
      endpoint: name,
      stage: "PRODUCTION",
      modelVersion: { namespace, model: "m", version },
      validFrom: new Date().toISOString(),
    },
  };
}

interface Connection<Node> {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The rows of all pages. `between` writes after the first page. */
async function allPages<Node>(
  ask: (after: string | null) => Promise<Connection<Node>>,
  between: () => Promise<unknown>,
): Promise<{ rows: Node[]; counts: Set<number> }> {
  const rows: Node[] = [];
  const counts = new Set<number>();
  for (let after: string | null = null, hasNext = true; hasNext;) {
    const page: Connection<Node> = await ask(after);
    rows.push(...page.edges.map(({ node }) => node));
    counts.add(page.totalCount);
    if (after === null) await between();
    ({ endCursor: after, hasNextPage: hasNext } = page.pageInfo);
  }
  return { rows, counts };
}

test("a version that goes to production between two pages of an impact does not change the later pages", async () => {
  const query = `query($of: [NodeRefInput!]!, $after: String) { impact(of: $of) {
    affected(kinds: [MODEL_VERSION], first: 100, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { severity node { key } } } } } }`;
  type Row = { readonly severity: string; readonly node: { readonly key: string } };
  const ask = async (after: string | null) =>
    (await client.answer<{ impact: { affected: Connection<Row> } }>(query, { of, after })).impact.affected;
  const { rows, counts } = await allPages(ask, () => client.record(deployed("live", "150")));
  expect(counts).toEqual(new Set([versionCount]));
  expect(new Set(rows.map(({ node }) => node.key)).size).toBe(versionCount);
  expect(new Set(rows.map(({ severity }) => severity))).toEqual(new Set(["REGISTERED"]));
  expect((await ask(null)).edges[0]?.node.severity).toBe("SERVING_PRODUCTION");
});

test("the pages of a lineage describe one moment, and say so", async () => {
  const query = `query($of: [NodeRefInput!]!, $after: String) {
    lineage(of: $of, direction: DOWNSTREAM, kinds: [RUN], limit: 150, after: $after) {
      asOf totalCount endCursor nodes { node { key } } edges { upstreamKey downstreamKey } } }`;
  interface Page {
    readonly asOf: string | null;
    readonly totalCount: number;
    readonly endCursor: string | null;
    readonly nodes: readonly { readonly node: { readonly key: string } }[];
    readonly edges: readonly unknown[];
  }
  const ask = async (after: string | null) => (await client.answer<{ lineage: Page }>(query, { of, after })).lineage;
  const first = await ask(null);
  await client.record(...trained("late"));
  const second = await ask(first.endCursor);
  expect(second).toMatchObject({ totalCount: first.totalCount, endCursor: null });
  expect([first.asOf, typeof second.asOf]).toEqual([null, "string"]);
  const keys = [...first.nodes, ...second.nodes].map(({ node }) => node.key);
  expect(keys).toEqual(numbers.map((version) => `run:${namespace}/train-${version}`));
  expect([first.edges.length, second.edges.length]).toEqual([150, 49]);
  expect((await ask(null)).totalCount).toBe(first.totalCount + 2);
});

test("the root fields of an operation describe one moment", async () => {
  const version = { namespace, model: "m", version: "199" };
  await client.record(endpoint("second"));
  const write = () => client.record(deployed("second", "199"));
  const statements = await withWriteAfterPin(write, async () => {
    const { data: answer, statements: run } = await client.ask(
      `query($of: [NodeRefInput!]!, $of2: [NodeRefInput!]!) {
        lineage(of: $of2, direction: DOWNSTREAM) { totalCount }
        impact(of: $of) { affected(kinds: [DEPLOYMENT], minSeverity: SERVING_OTHER) { edges { node { node { ... on Deployment { endpoint { name } } } } } } } }`,
      { of, of2: [{ modelVersion: version }] },
    );
    expect(answer).toMatchObject({ lineage: { totalCount: 0 } });
    expect(JSON.stringify(answer?.impact)).not.toContain("second");
    return run;
  });
  expect(statements[0]).toBe("ledger/read-head");
  const after = await client.ask(
    `query($namespace: String!) { endpoint(namespace: $namespace, name: "second") { serving { modelVersion { version } } } }`,
    { namespace },
  );
  expect(after).toMatchObject({
    data: { endpoint: { serving: [{ modelVersion: { version: "199" } }] } },
    statements: expect.not.arrayContaining(["ledger/read-head"]),
  });
});

/** Runs an operation, with a write after it has read its moment and before it reads anything else. */
async function withWriteAfterPin<T>(write: () => Promise<unknown>, ask: () => Promise<T>): Promise<T> {
  const { graph } = client;
  const read = graph.read.bind(graph);
  let written: Promise<unknown> | undefined;
  graph.read = async (asked, params, scope) => {
    if (asked.name !== "ledger/read-head") await (written ??= write());
    return read(asked, params, scope);
  };
  try {
    return await ask();
  } finally {
    graph.read = read;
    expect(written).toBeDefined();
  }
}

test("later changes of runs, aliases, deployments, content and tombstones do not show as of an earlier moment", async () => {
  const version = { namespace, model: "m", version: "001" };
  await client.record(
    endpoint("past"),
    deployed("past", "001"),
    { operation: "setModelAlias", input: { namespace, model: "m", alias: "champion", version: "001" } },
    { operation: "recordRun", input: { namespace, externalId: "train-001", status: "RUNNING", name: "first" } },
  );
  const query = `query($of: [NodeRefInput!]!, $asOf: DateTime) {
    lineage(of: $of, direction: UPSTREAM, asOf: $asOf) {
      roots { ... on ModelVersion { aliases artifactUri deployments { edges { node { state validTo trafficPercent endpoint { serving { modelVersion { version } } } } } } } }
      nodes { node { label tombstone { reason } ... on Run { name status endedAt metrics { name text } } ... on DatasetSnapshot { uri usedBy { totalCount } } } }
    }
  }`;
  const of = [{ modelVersion: version }];
  const before = await client.answer(query, { of });
  const asOf = await momentOfLastWrite();
  await client.record(
    {
      operation: "recordRun",
      input: {
        namespace,
        externalId: "train-001",
        status: "FAILED",
        name: "second",
        endedAt: new Date().toISOString(),
        metrics: [{ name: "auc", value: 0.5 }],
      },
    },
    { operation: "registerModelVersion", input: { ...version, artifactUri: "s3://bucket/m" } },
    { operation: "registerDatasetSnapshot", input: { ...data, uri: "s3://bucket/d" } },
    { operation: "setModelAlias", input: { namespace, model: "m", alias: "champion", version: "002" } },
    deployed("past", "002"),
  );
  const { deletionPlan } = await client.answer<{ deletionPlan: { impactToken: string } }>(
    `query($of: [NodeRefInput!]!) { deletionPlan(of: $of) { impactToken } }`,
    { of: [{ datasetSnapshot: data }] },
  );
  await client.answer(`mutation($input: TombstoneInput!) { tombstone(input: $input) { status } }`, {
    input: { targets: [{ datasetSnapshot: data }], reason: "test", override: true, ...deletionPlan },
  });
  expect(await client.answer(query, { of })).not.toEqual(before);
  expect(await client.answer(query, { of, asOf })).toEqual(before);
});

async function momentOfLastWrite(): Promise<string> {
  const [head] = await client.graph.read(readHead, {});
  return new Date(head?.at ?? 0).toISOString();
}
