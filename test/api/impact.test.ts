import { randomUUID } from "node:crypto";
import { exampleFacts } from "../../src/adapters/example/example-facts.js";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
beforeAll(async () => {
  await client.start();
  await client.record(...exampleFacts());
});
afterAll(() => client.close());

const trainingData = (version: string) => ({
  datasetSnapshot: { namespace: "s3://acme-lake", dataset: "credit/train", version },
});
const january = [trainingData("2026-01")];
const april = [trainingData("2026-04")];
const april1 = "snapshot:s3%3A%2F%2Facme-lake/credit%2Ftrain@2026-04";

interface Affected {
  readonly severity: string;
  readonly depth: number;
  readonly reason: string;
  readonly node: { readonly key: string };
}
interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Affected }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly endCursor: string | null;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
  };
}

const pageQuery = `query($of: [NodeRefInput!]!, $minSeverity: ImpactSeverity, $kinds: [LineageKind!], $first: Int, $after: String, $last: Int, $before: String) {
  impact(of: $of) { affected(minSeverity: $minSeverity, kinds: $kinds, first: $first, after: $after, last: $last, before: $before) {
    totalCount pageInfo { hasNextPage endCursor hasPreviousPage startCursor } edges { node { severity depth reason node { key } } }
  } }
}`;
const askPage = async (variables: Record<string, unknown>): Promise<Page> =>
  (await client.answer<{ impact: { affected: Page } }>(pageQuery, variables)).impact.affected;
const keysOf = ({ edges }: Page): string[] => edges.map(({ node }) => node.node.key);
const messagesOf = async (query: string, variables: Record<string, unknown>): Promise<string[]> =>
  ((await client.ask(query, variables)).errors ?? []).map(({ message }) => message);

test("the production models that depend on a snapshot take one query and one statement", async () => {
  const { data, errors, statements } = await client.ask(
    `query($of: [NodeRefInput!]!) { impact(of: $of) {
    asOf severity roots { key } completeness { status reason reachedCount } counts { severity kind count } productionDeployments { label kind }
    affected(kinds: [MODEL_VERSION], minSeverity: SERVING_PRODUCTION, first: 1) { totalCount pageInfo { hasNextPage } edges { node { severity depth reason node { key label } } } }
  } }`,
    { of: april },
  );
  expect(errors).toBeUndefined();
  expect(statements).toEqual(["impact/impact"]);
  expect(data).toMatchObject({
    impact: {
      asOf: null,
      severity: "SERVING_PRODUCTION",
      roots: [{ key: april1 }],
      completeness: { status: "COMPLETE", reason: null },
      // Version 4, and version 6 with a tenth of the traffic beside it.
      productionDeployments: [
        { label: "credit-risk@4 at credit-api", kind: "DEPLOYMENT" },
        { label: "credit-risk@6 at credit-api", kind: "DEPLOYMENT" },
      ],
      affected: {
        totalCount: 2,
        pageInfo: { hasNextPage: true },
        edges: [
          {
            node: {
              severity: "SERVING_PRODUCTION",
              depth: 2,
              node: { key: "model-version:acme/credit-risk@4", label: "credit-risk@4" },
              reason: expect.stringMatching(
                /^serves 90% of credit-api in production since 2026-05-18 .*, 2 hops downstream$/,
              ),
            },
          },
        ],
      },
    },
  });
});

test("superseded versions affect reproducibility only; during a canary, the rollback target is the version beside it", async () => {
  const { edges, totalCount } = await askPage({ of: january, minSeverity: "REGISTERED" });
  expect(edges.map(({ node }) => [node.severity, node.node.key.replace(/~.*/, "")])).toEqual([
    ["REGISTERED", "model-version:acme/credit-risk@1"],
    ["REGISTERED", "model-version:acme/credit-risk@2"],
    ["REGISTERED", "model-version:acme/credit-risk@3"],
  ]);
  expect(totalCount).toBe(3);
});

test("consecutive pages contain each affected node once, worst first, then closest, then by key", async () => {
  const whole = await askPage({ of: april, first: 500 });
  expect(whole.totalCount).toBe(whole.edges.length);
  const severities = [
    "SERVING_PRODUCTION",
    "SERVING_OTHER",
    "ROLLBACK_TARGET",
    "PENDING_RELEASE",
    "REGISTERED",
    "REPRODUCIBILITY",
    "NONE",
  ];
  const order = ({ severity, depth, node }: Affected): string =>
    `${severities.indexOf(severity)} ${String(depth).padStart(3, "0")} ${node.key}`;
  const places = whole.edges.map(({ node }) => order(node));
  expect(places).toEqual(places.toSorted());
  const paged: string[] = [];
  for (let after: string | null = null, goesOn = true; goesOn;) {
    const page: Page = await askPage({ of: april, first: 3, after });
    expect(page.totalCount).toBe(whole.totalCount);
    paged.push(...keysOf(page));
    ({ endCursor: after, hasNextPage: goesOn } = page.pageInfo);
  }
  expect(paged).toEqual(keysOf(whole));
});

test("backward pages are the forward pages in reverse", async () => {
  const whole = keysOf(await askPage({ of: april, first: 500 }));
  const paged: string[] = [];
  for (let before: string | null = null, goesOn = true; goesOn;) {
    const page: Page = await askPage({ of: april, last: 4, before });
    paged.unshift(...keysOf(page));
    ({ startCursor: before, hasPreviousPage: goesOn } = page.pageInfo);
  }
  expect(paged).toEqual(whole);
});

test("the paths of a page, from a root to the node along edges, take one more statement", async () => {
  const { data, errors, statements } = await client.ask(
    `query($of: [NodeRefInput!]!) {
    impact(of: $of) { affected(minSeverity: SERVING_PRODUCTION) { edges { node { node { key } depth path { key label recordedAt } } } } }
  }`,
    { of: april },
  );
  expect(errors).toBeUndefined();
  expect(statements).toEqual(["impact/impact", "lineage/edges-upstream"]);
  const {
    impact: {
      affected: { edges },
    },
  } = data as unknown as {
    impact: { affected: { edges: { node: { node: { key: string }; depth: number; path: { key: string }[] } }[] } };
  };
  expect(edges).toHaveLength(4);
  for (const { node } of edges) {
    expect(node.path).toHaveLength(node.depth + 1);
    expect([node.path[0]?.key, node.path.at(-1)?.key]).toEqual([april1, node.node.key]);
  }
  expect(edges[0]?.node.path.map(({ key }) => key)).toEqual([
    april1,
    "run:acme/credit-calibrated-2026-05",
    "model-version:acme/credit-risk@4",
  ]);
});

test("another page under an alias takes another statement; details take one for each kind", async () => {
  const { errors, statements } = await client.ask(
    `query($of: [NodeRefInput!]!) { impact(of: $of) {
    severity production: affected(minSeverity: SERVING_PRODUCTION, kinds: [MODEL_VERSION]) { edges { node { node { ... on ModelVersion { version } } } } }
    all: affected(first: 1) { totalCount edges { node { reason } } }
  } }`,
    { of: april },
  );
  expect(errors).toBeUndefined();
  expect(statements).toEqual(["impact/impact", "impact/impact", "model/load-model-versions"]);
});

test("the impact of a nested node", async () => {
  const query = `query { dataset(namespace: "s3://acme-lake", name: "credit/train") { latest { impact { severity affected(minSeverity: SERVING_PRODUCTION) { totalCount } } } } }`;
  expect(await client.answer(query)).toEqual({
    dataset: { latest: { impact: { severity: "SERVING_PRODUCTION", affected: { totalCount: 4 } } } },
  });
});

test("a node without dependants has an empty, complete impact", async () => {
  const of = [{ datasetSnapshot: { namespace: "s3://acme-lake", dataset: "raw/clickstream", version: "2026-02" } }];
  const query = `query($of: [NodeRefInput!]!) { impact(of: $of) { severity counts { count } productionDeployments { key } affected { totalCount edges { cursor } } completeness { status reachedCount } } }`;
  expect(await client.answer(query, { of })).toEqual({
    impact: {
      severity: "NONE",
      counts: [],
      productionDeployments: [],
      affected: { totalCount: 0, edges: [] },
      completeness: { status: "COMPLETE", reachedCount: 0 },
    },
  });
});

test("an impact beyond the budget is PARTIAL with its reason", async () => {
  const { closureBudget } = client;
  client.closureBudget = { ...closureBudget, maxNodes: 2 };
  const { impact } = await client.answer<{ impact: object }>(
    "query($of: [NodeRefInput!]!) { impact(of: $of) { completeness { status reason } } }",
    { of: april },
  );
  client.closureBudget = closureBudget;
  expect(impact).toEqual({ completeness: { status: "PARTIAL", reason: "NODE_BUDGET" } });
});

test("the caller may lower the budget but not raise it", async () => {
  const query =
    "query($of: [NodeRefInput!]!, $budget: ClosureBudgetInput) { impact(of: $of, budget: $budget) { completeness { status reason } } lineage(of: $of, direction: DOWNSTREAM, budget: $budget) { completeness { status reason } } }";
  const partial = { completeness: { status: "PARTIAL", reason: "NODE_BUDGET" } };
  expect(await client.answer(query, { of: april, budget: { nodes: 3 } })).toEqual({
    impact: partial,
    lineage: partial,
  });
  const complete = { completeness: { status: "COMPLETE", reason: null } };
  expect(await client.answer(query, { of: april, budget: { nodes: 100, milliseconds: 4_000 } })).toEqual({
    impact: complete,
    lineage: complete,
  });
  const most = client.closureBudget.maxNodes;
  expect(await messagesOf(query, { of: april, budget: { nodes: most + 1 } })).toContain(
    `budget.nodes is ${most + 1}; give a number from 1 to ${most}, the server's limit`,
  );
  expect(await messagesOf(query, { of: april, budget: { milliseconds: 0 } })).toContainEqual(
    expect.stringMatching(/^budget.milliseconds is 0; give a number from 1 to/),
  );
});

test("references are resolved as of the given moment", async () => {
  const namespace = `test-${randomUUID()}`;
  const version = (name: string) => ({ namespace, model: "m", version: name });
  const snapshot = (name: string): FactInput => ({
    operation: "registerDatasetSnapshot",
    input: { namespace, dataset: "d", version: name },
  });
  await client.record(
    snapshot("1"),
    { operation: "registerModelVersion", input: version("1") },
    { operation: "setModelAlias", input: { ...version("1"), alias: "champion", allowUnregistered: true } },
    {
      operation: "recordDeployment",
      input: {
        namespace,
        endpoint: "e",
        stage: "STAGING",
        modelVersion: version("1"),
        validFrom: "2026-01-01T00:00:00Z",
      },
    },
  );
  const asOf = new Date().toISOString();
  await client.record(
    snapshot("2"),
    { operation: "registerModelVersion", input: version("2") },
    { operation: "setModelAlias", input: { ...version("2"), alias: "champion", allowUnregistered: true } },
    {
      operation: "recordDeployment",
      input: {
        namespace,
        endpoint: "e",
        stage: "STAGING",
        modelVersion: version("2"),
        validFrom: "2026-02-01T00:00:00Z",
      },
    },
  );
  const query = `query($asOf: DateTime) {
    dataset: impact(of: [{ dataset: { namespace: "${namespace}", name: "d" } }], asOf: $asOf) { roots { label } }
    alias: impact(of: [{ modelVersion: { namespace: "${namespace}", model: "m", alias: "champion" } }], asOf: $asOf) { roots { label } severity }
    serving: lineage(of: [{ deployment: { namespace: "${namespace}", endpoint: "e" } }], direction: UPSTREAM, asOf: $asOf) { roots { label } }
    modelVersion(namespace: "${namespace}", model: "m", alias: "champion", asOf: $asOf) { version }
    second: modelVersion(namespace: "${namespace}", model: "m", version: "2", asOf: $asOf) { version }
  }`;
  expect(await client.answer(query, { asOf })).toEqual({
    dataset: { roots: [{ label: "d@1" }] },
    alias: { roots: [{ label: "m@1" }], severity: "SERVING_OTHER" },
    serving: { roots: [{ label: "m@1 at e" }] },
    modelVersion: { version: "1" },
    second: null,
  });
  expect(await client.answer(query)).toEqual({
    dataset: { roots: [{ label: "d@1" }, { label: "d@2" }] },
    alias: { roots: [{ label: "m@2" }], severity: "SERVING_OTHER" },
    serving: { roots: [{ label: "m@2 at e" }] },
    modelVersion: { version: "2" },
    second: { version: "2" },
  });
});

test("invalid arguments are rejected with the value and a remedy", async () => {
  const query = "query($of: [NodeRefInput!]!, $asOf: DateTime) { impact(of: $of, asOf: $asOf) { severity } }";
  expect(await messagesOf(query, { of: [] })).toEqual(["of is empty; name at least one node"]);
  expect(await messagesOf(query, { of: april, asOf: "2999-01-01T00:00:00Z" })).toEqual([
    expect.stringMatching(
      /^asOf is 2999-01-01T00:00:00.000Z, which is after the current server time, .*; omit it to query the current state$/,
    ),
  ]);
  expect(await messagesOf(query, { of: april, asOf: "2020-01-01T00:00:00Z" })).toEqual([
    expect.stringContaining(`${april1} as of 2020-01-01T00:00:00.000Z`),
  ]);
  expect(await messagesOf(query, { of: [{ key: "snapshot:no/such@1" }] })).toEqual([
    expect.stringContaining("nothing is recorded under snapshot:no/such@1"),
  ]);
  expect(await messagesOf(pageQuery, { of: april, last: 3, first: 3 })).toEqual([
    expect.stringMatching(/^first cannot be combined with last/),
  ]);
  expect(await messagesOf(pageQuery, { of: april, after: "nonsense" })).toEqual([
    expect.stringContaining('after is "nonsense", which is not a cursor'),
  ]);
});
