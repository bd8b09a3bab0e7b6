import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { startTestApp, type TestApp, uniqueNamespace } from "../support/test-app.js";

const namespace = uniqueNamespace();
const endpoints = 1_000;
/** The first half have a snapshot each; all others share one, whose impact is therefore large. */
const snapshotOf = (index: number): string => (index < endpoints / 2 ? `own-${index}` : "shared");
const nameOf = (index: number): string => `e${String(index).padStart(4, "0")}`;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  for (let from = 0; from < endpoints; from += 500) {
    const indices = Array.from({ length: 500 }, (_, offset) => from + offset);
    const response = await app.sendFacts(indices.flatMap(servedModel));
    const { outcomes } = (await response.json()) as { outcomes: { status: string }[] };
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(["NEW"]));
  }
});
afterAll(() => app.close());

function servedModel(index: number): FactInput[] {
  const name = nameOf(index);
  return [
    {
      operation: "recordRun",
      input: {
        namespace,
        externalId: name,
        status: "COMPLETED",
        inputs: [{ role: "training", datasetSnapshot: { namespace, dataset: snapshotOf(index), version: "1" } }],
      },
    },
    {
      operation: "registerModelVersion",
      input: { namespace, model: name, version: "1", producedBy: { namespace, externalId: name } },
    },
    {
      operation: "recordDeployment",
      input: {
        namespace,
        endpoint: name,
        stage: "PRODUCTION",
        modelVersion: { namespace, model: name, version: "1" },
        validFrom: "2026-01-01T00:00:00Z",
      },
    },
  ];
}

const question = `query($namespace: String!, $first: Int, $after: String) {
  endpoints(stage: PRODUCTION, namespace: $namespace, first: $first, after: $after) {
    edges { node { name serving { modelVersion { trainingData { key impact { severity productionDeployments { key } } } } } } }
  }
}`;

interface ProductionAnswer {
  readonly endpoints: {
    readonly pageInfo: { readonly endCursor: string };
    readonly edges: readonly {
      readonly node: {
        readonly name: string;
        readonly serving: readonly {
          readonly modelVersion: {
            readonly trainingData: readonly {
              readonly impact: { readonly severity: string; readonly productionDeployments: readonly object[] };
            }[];
          };
        }[];
      };
    }[];
  };
}

test("production with its training data and their impact is answered for 1,000 endpoints, in pages of the default size", async () => {
  const { endpoints: page } = await app.ask<ProductionAnswer>(question, { namespace });
  expect(page.edges).toHaveLength(50);
  const data = page.edges.flatMap(({ node }) => node.serving.flatMap(({ modelVersion }) => modelVersion.trainingData));
  expect(data).toHaveLength(50);
  for (const { impact } of data)
    expect(impact).toMatchObject({ severity: "SERVING_PRODUCTION", productionDeployments: [{}] });
});

test("an answer above the limit ends after bounded work with an error that names the limit, the count and the path", async () => {
  const { endpoints: half } = await app.ask<ProductionAnswer>(
    `query($namespace: String!) { endpoints(namespace: $namespace, first: 500) { pageInfo { endCursor } } }`,
    { namespace },
  );
  const after = half.pageInfo.endCursor;
  const { status, data, errors, statements } = await app.graphql(question, { namespace, first: 500, after });
  expect([status, data, errors?.length]).toEqual([400, undefined, 1]);
  expect(errors?.[0]).toMatchObject({
    message: expect.stringMatching(
      /more than the limit of 5000 nodes: \d+ were resolved up to endpoints\.edges\.\d+\.node\.serving\.0\.modelVersion\.trainingData\.0\.impact\.productionDeployments;/,
    ),
    extensions: { code: "LIMIT_EXCEEDED", limit: 5_000 },
  });
  // The impact of the shared snapshot is traversed once, although 500 endpoints request it.
  expect(statements.filter((statement) => statement === "impact/impact")).toHaveLength(1);
});

test("metrics and parameters are loaded with their runs: a page of 500 runs with all of them is within the limit", async () => {
  const metrics = Array.from({ length: 20 }, (_, index) => ({ name: `m${index}`, value: index }));
  const runs = Array.from({ length: 100 }, (_, index) => ({
    operation: "recordRun",
    input: { namespace, externalId: `measured-${index}`, status: "COMPLETED", metrics },
  }));
  await app.sendFacts(runs);
  const { errors } = await app.graphql(
    `query($namespace: String!) { runs(filter: { namespace: $namespace }, first: 500) { edges { node { key metrics { name value } } } } }`,
    { namespace },
  );
  expect(errors).toBeUndefined();
});

test("a mutation whose answer is too large takes effect; its response contains the resolved fields and the error", async () => {
  const { status, data, errors } = await app.graphql<Record<string, unknown>>(
    `mutation($input: RegisterDatasetSnapshotInput!) { registerDatasetSnapshot(input: $input) {
      key impact { ${Array.from({ length: 12 }, (_, index) => `a${index}: productionDeployments { key }`).join(" ")} } } }`,
    { input: { namespace, dataset: "shared", version: "1", rowCount: 7 } },
  );
  expect(status).toBe(200);
  expect(errors?.[0]).toMatchObject({ extensions: { code: "LIMIT_EXCEEDED" } });
  expect(data).toBeDefined();
  const { snapshot } = await app.ask<{ snapshot: unknown }>(
    `query($namespace: String!) { snapshot: datasetSnapshot(namespace: $namespace, dataset: "shared", version: "1") { rowCount } }`,
    { namespace },
  );
  expect(snapshot).toEqual({ rowCount: 7 });
});
