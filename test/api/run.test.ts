import fc from "fast-check";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
const { namespace } = client;
beforeAll(() => client.start());
afterAll(() => client.close());

type RunInput = Extract<FactInput, { operation: "recordRun" }>["input"];
const run = (externalId: string, rest: Partial<RunInput> = {}): FactInput => ({
  operation: "recordRun",
  input: { namespace, externalId, status: "COMPLETED", ...rest },
});
const snapshotRef = (dataset: string, version = "1") => ({ namespace, dataset, version });

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly startCursor: string; readonly endCursor: string };
  readonly edges: readonly { readonly node: { readonly externalId: string } }[];
}

const runsQuery = `query($filter: RunFilterInput, $orderBy: RunOrderInput, $first: Int, $after: String, $last: Int, $before: String) {
  runs(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount pageInfo { hasNextPage startCursor endCursor } edges { node { externalId } }
  }
}`;
const askRuns = async (variables: object): Promise<Page> =>
  (await client.answer<{ runs: Page }>(runsQuery, { ...variables })).runs;
const idsOf = ({ edges }: Page): string[] => edges.map(({ node }) => node.externalId);

const allOf = `externalId name experiment status startedAt endedAt by command deletedAtSource
  parameters { name value } metrics { name value text step at dataset { label } }
  inputs { role inferred node { label } } outputs { role node { label } } codeCommit { label } environment { digest packages { name version } } parent { externalId }`;
const runQuery = `query($namespace: String!, $externalId: String!) { run(namespace: $namespace, externalId: $externalId) { ${allOf} } }`;

test("a recorded run has all reported fields", async () => {
  const {
    registerEnvironment: { digest },
  } = await client.answer<{ registerEnvironment: { digest: string } }>(
    `mutation { registerEnvironment(input: { requirements: "numpy==1.26.4\\nscikit-learn>=1.4" }) { digest } }`,
  );
  const input = {
    namespace,
    externalId: "full",
    name: "A run",
    experiment: "full",
    status: "COMPLETED",
    startedAt: "2026-05-01T10:00:00Z",
    endedAt: "2026-05-01T11:00:00Z",
    by: "ann",
    command: "python train.py",
    parameters: [{ name: "depth", value: "3" }],
    metrics: [
      { name: "auc", value: 0.75, step: 2, at: "2026-05-01T10:59:00Z", dataset: snapshotRef("holdout") },
      { name: "loss", text: "NaN" },
    ],
    inputs: [
      { role: "training", datasetSnapshot: snapshotRef("train") },
      { role: "base", modelVersion: { namespace, model: "base", version: "1" } },
    ],
    outputSnapshots: [snapshotRef("predictions")],
    codeCommit: { repository: `https://git.example.com/${namespace}/trainer`, sha: "a".repeat(40) },
    environment: { digest },
    parent: { namespace, externalId: "search" },
  };
  const { recordRun } = await client.answer<{ recordRun: object }>(
    `mutation($input: RecordRunInput!) { recordRun(input: $input) { ${allOf} } }`,
    { input },
  );
  const expected = {
    externalId: "full",
    name: "A run",
    experiment: "full",
    status: "COMPLETED",
    startedAt: "2026-05-01T10:00:00.000Z",
    endedAt: "2026-05-01T11:00:00.000Z",
    by: "ann",
    command: "python train.py",
    deletedAtSource: false,
    parameters: [{ name: "depth", value: "3" }],
    metrics: [
      {
        name: "auc",
        value: 0.75,
        text: "0.75",
        step: 2,
        at: "2026-05-01T10:59:00.000Z",
        dataset: { label: "holdout@1" },
      },
      { name: "loss", value: null, text: "NaN", step: null, at: null, dataset: null },
    ],
    inputs: [
      { role: "base", inferred: false, node: { label: "base@1" } },
      // The metric was measured on it.
      { role: "evaluation", inferred: false, node: { label: "holdout@1" } },
      { role: "training", inferred: false, node: { label: "train@1" } },
    ],
    outputs: [{ role: "output", node: { label: "predictions@1" } }],
    codeCommit: { label: "trainer@aaaaaaaa" },
    environment: {
      digest,
      packages: [
        { name: "numpy", version: "1.26.4" },
        { name: "scikit-learn", version: null },
      ],
    },
    parent: { externalId: "search" },
  };
  expect(recordRun).toEqual(expected);
  expect(await client.answer(runQuery, { namespace, externalId: "full" })).toEqual({ run: expected });
  const stub = await client.answer(
    `query($namespace: String!) { run(namespace: $namespace, externalId: "search") { status children { totalCount edges { node { externalId } } } } }`,
    { namespace },
  );
  expect(stub).toEqual({
    run: { status: "SCHEDULED", children: { totalCount: 1, edges: [{ node: { externalId: "full" } }] } },
  });
});

test("reports of a run result in the same run, regardless of their order and repetition", async () => {
  const said: Partial<RunInput>[] = [
    {
      observedAt: "2026-05-01T10:05:00Z",
      status: "RUNNING",
      startedAt: "2026-05-01T10:05:00Z",
      parameters: [{ name: "a", value: "1" }],
    },
    {
      observedAt: "2026-05-01T11:00:00Z",
      status: "COMPLETED",
      startedAt: "2026-05-01T10:00:00Z",
      endedAt: "2026-05-01T11:00:00Z",
      metrics: [{ name: "auc", value: 0.7, step: 1 }],
    },
    {
      observedAt: "2026-05-01T10:30:00Z",
      status: "FAILED",
      endedAt: "2026-05-01T10:30:00Z",
      metrics: [{ name: "auc", value: 0.6, step: 2 }],
      parameters: [{ name: "b", value: "2" }],
    },
    {
      observedAt: "2026-05-01T10:40:00Z",
      status: "RUNNING",
      inputs: [{ role: "training", datasetSnapshot: snapshotRef("order") }],
      name: "ordered",
    },
  ];
  let round = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...said.keys(), ...said.keys()], { minLength: said.length * 2 }),
      fc.boolean(),
      async (order, isOneBatch) => {
        const externalId = `order-${round++}`;
        const facts = order.map((index) => run(externalId, said[index]));
        if (isOneBatch) await client.record(...facts);
        else for (const fact of facts) await client.record(fact);
        expect(await client.answer(runQuery, { namespace, externalId })).toEqual({
          run: {
            externalId,
            name: "ordered",
            experiment: null,
            status: "COMPLETED",
            startedAt: "2026-05-01T10:00:00.000Z",
            endedAt: "2026-05-01T11:00:00.000Z",
            by: null,
            command: null,
            deletedAtSource: false,
            parameters: [
              { name: "a", value: "1" },
              { name: "b", value: "2" },
            ],
            metrics: [{ name: "auc", value: 0.6, text: "0.6", step: 2, at: null, dataset: null }],
            inputs: [{ role: "training", inferred: false, node: { label: "order@1" } }],
            outputs: [],
            codeCommit: null,
            environment: null,
            parent: null,
          },
        });
      },
    ),
    { numRuns: 12 },
  );
});

test("a parameter cannot change: the conflict names it and both values", async () => {
  await client.record(run("parameter", { parameters: [{ name: "depth", value: "3" }] }));
  const { errors } = await client.ask(`mutation($input: RecordRunInput!) { recordRun(input: $input) { key } }`, {
    input: { namespace, externalId: "parameter", status: "COMPLETED", parameters: [{ name: "depth", value: "4" }] },
  });
  expect(errors?.[0]?.message).toMatch(/depth.*"3".*"4"/);
});

describe("runs of an experiment", () => {
  const experiment = `sorted-${namespace}`;
  const ids = (metric: string, direction: string, page: object = {}) =>
    askRuns({ filter: { experiment }, orderBy: { metric, direction }, ...page });
  beforeAll(() =>
    client.record(
      run("s1", {
        experiment,
        startedAt: "2026-01-01T00:00:00Z",
        metrics: [{ name: "auc", value: 0.5 }],
        parameters: [{ name: "c", value: "1" }],
      }),
      run("s2", {
        experiment,
        startedAt: "2026-01-02T00:00:00Z",
        status: "FAILED",
        metrics: [{ name: "auc", text: "NaN" }],
      }),
      run("s3", {
        experiment,
        startedAt: "2026-01-03T00:00:00Z",
        metrics: [{ name: "auc", text: "Infinity" }],
        parameters: [{ name: "c", value: "2" }],
      }),
      run("s4", {
        experiment,
        metrics: [
          { name: "auc", value: 0.9 },
          { name: "loss", value: 1 },
        ],
      }),
      run("s5", { experiment, startedAt: "2026-01-05T00:00:00Z" }),
      run("s6", {
        experiment,
        startedAt: "2026-01-06T00:00:00Z",
        metrics: [
          { name: "auc", value: 0.5 },
          { name: "loss", text: "-Infinity" },
        ],
      }),
    ),
  );

  test("are ordered by a metric in either direction: NaN after the numbers, runs without it last", async () => {
    expect(idsOf(await ids("auc", "DESC"))).toEqual(["s3", "s4", "s1", "s6", "s2", "s5"]);
    expect(idsOf(await ids("auc", "ASC"))).toEqual(["s1", "s6", "s4", "s3", "s2", "s5"]);
  });

  test.each(["auc", "loss"])(
    "are paged by %s one by one in both directions without loss, including infinities, NaN and missing values",
    async (metric) => {
      for (const direction of ["ASC", "DESC"]) {
        const whole = idsOf(await ids(metric, direction));
        const forward: string[] = [];
        const backward: string[] = [];
        for (
          let page = await ids(metric, direction, { first: 1 });
          page.edges.length > 0;
          page = await ids(metric, direction, { first: 1, after: page.pageInfo.endCursor })
        )
          forward.push(...idsOf(page));
        for (
          let page = await ids(metric, direction, { last: 1 });
          page.edges.length > 0;
          page = await ids(metric, direction, { last: 1, before: page.pageInfo.startCursor })
        )
          backward.unshift(...idsOf(page));
        expect(forward).toEqual(whole);
        expect(backward).toEqual(whole);
        expect(whole).toHaveLength(6);
      }
    },
  );

  test("are ordered latest first by default, those without a start last", async () => {
    expect(idsOf(await askRuns({ filter: { experiment } }))).toEqual(["s6", "s5", "s3", "s2", "s1", "s4"]);
  });

  test.each<[object, string[]]>([
    [{ status: ["FAILED"] }, ["s2"]],
    [{ startedAfter: "2026-01-02T00:00:00Z", startedBefore: "2026-01-05T00:00:00Z" }, ["s3", "s2"]],
    [{ parameters: [{ name: "c", value: "2" }] }, ["s3"]],
    [{ metrics: [{ name: "auc", comparison: "GTE", value: 0.5 }] }, ["s6", "s3", "s1", "s4"]],
    [{ metrics: [{ name: "auc", comparison: "GT", value: 0.5 }] }, ["s3", "s4"]],
    [
      {
        metrics: [
          { name: "auc", comparison: "EQ", value: 0.5 },
          { name: "loss", comparison: "LT", value: 0 },
        ],
      },
      ["s6"],
    ],
    [{ metrics: [{ name: "auc", comparison: "LTE", value: 0.5 }], parameters: [{ name: "c", value: "1" }] }, ["s1"]],
    [{ namespace: "another" }, []],
  ])("are filtered by %j", async (filter, expected) => {
    const page = await askRuns({ filter: { experiment, ...filter } });
    expect([idsOf(page), page.totalCount]).toEqual([expected, expected.length]);
  });

  test("are rejected with a message if the order is invalid or the cursor belongs to another order", async () => {
    const both = await client.ask(runsQuery, { orderBy: { field: "STARTED_AT", metric: "auc", direction: "ASC" } });
    expect(both.errors?.[0]?.message).toBe("orderBy requires exactly one of field and metric");
    const { pageInfo } = await ids("auc", "ASC", { first: 1 });
    const other = await client.ask(runsQuery, {
      filter: { experiment },
      orderBy: { metric: "auc", direction: "DESC" },
      after: pageInfo.endCursor,
    });
    expect(other.errors?.[0]?.message).toContain("not a cursor of this list in this order");
  });
});
