import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
const { namespace } = client;

beforeAll(async () => {
  await client.start();
  const datasets = Array.from({ length: 5 }, (_, index) => `d${index}`);
  await client.record(
    ...datasets.flatMap((dataset, index): FactInput[] => [
      {
        operation: "recordRun",
        input: {
          namespace,
          externalId: `r${index}`,
          status: "COMPLETED",
          outputSnapshots: [
            { namespace, dataset, version: "1" },
            { namespace, dataset, version: "2" },
          ],
          inputs: [
            { role: "input", datasetSnapshot: { namespace, dataset: `raw${index}`, version: "1" } },
            { role: "model", modelVersion: { namespace, model: "cleaner", version: String(index) } },
          ],
          codeCommit: { repository: "repo", sha: `${namespace}${index}` },
        },
      },
      {
        operation: "recordRun",
        input: {
          namespace,
          externalId: `u${index}`,
          status: "COMPLETED",
          inputs: [{ role: "training", datasetSnapshot: { namespace, dataset, version: "1" } }],
        },
      },
      {
        operation: "registerModelVersion",
        input: {
          namespace,
          model: "trained",
          version: String(index),
          producedBy: { namespace, externalId: `u${index}` },
        },
      },
      {
        operation: "recordDeployment",
        input: {
          namespace,
          endpoint: `e${index}`,
          stage: "STAGING",
          modelVersion: { namespace, model: "trained", version: String(index) },
          validFrom: "2026-01-01T00:00:00Z",
        },
      },
    ]),
  );
});
afterAll(() => client.close());

test("each level of a nested query is one statement, regardless of the number of nodes on it", async () => {
  const { data, errors, statements } = await client.ask(
    `query($namespace: String!) {
    datasets(namespace: $namespace, nameContains: "d", first: 100) { edges { node {
      snapshots(first: 10) { edges { node {
        version
        dataset { name }
        producedBy {
          externalId
          inputs { role node { label } }
          codeCommit { sha }
        }
      } } }
    } } }
  }`,
    { namespace },
  );
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data).match(/"role":"input"/g)).toHaveLength(10);
  // Statements of one level run concurrently and end in any order.
  expect(statements.slice(0, 3)).toEqual(["dataset/list-datasets", "dataset/page-snapshots", "run/load-runs"]);
  expect(statements.slice(3).sort()).toEqual(["code/load-commits", "run/load-inputs"]);
});

test("five levels from current deployments down to their training data", async () => {
  const { errors, statements } = await client.ask(
    `query($namespace: String!) {
    endpoints(namespace: $namespace) { edges { node {
      stage
      serving {
        endpoint { name stage }
        modelVersion {
          version
          model { name }
          producedBy {
            status
            inputs { node { key ... on DatasetSnapshot { digest usedBy(first: 3) { edges { node { status } } } } } }
          }
        }
      }
    } } }
  }`,
    { namespace },
  );
  expect(errors).toBeUndefined();
  expect(statements).toEqual([
    "deployment/list-endpoints",
    "deployment/load-serving",
    "model/load-model-versions",
    "run/load-runs",
    "run/load-inputs",
    "dataset/load-snapshots",
    "run/page-users",
  ]);
});

test("nodes of several kinds take one statement for each kind, and none if only common fields are selected", async () => {
  const ask = async (selection: string, fragment: string) => {
    const source = `query($namespace: String!) { runs(filter: { namespace: $namespace }) { edges { node { inputs { node { ${selection} } } } } } } ${fragment}`;
    const { errors, statements } = await client.ask(source, { namespace });
    expect(errors).toBeUndefined();
    return statements.toSorted();
  };
  expect(
    await ask(
      "__typename id key kind label namespace recordedAt ...Common",
      "fragment Common on LineageNode { key ... { label ... on Run { kind } } }",
    ),
  ).toEqual(["run/list-runs", "run/load-inputs"]);
  expect(
    await ask(
      "label ...Version",
      "fragment Version on LineageNode { label ... { ... on DatasetSnapshot { version } } }",
    ),
  ).toEqual(["dataset/load-snapshots", "model/load-model-versions", "run/list-runs", "run/load-inputs"]);
});
