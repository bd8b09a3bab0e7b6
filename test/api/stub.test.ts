import { snapshotKey, toGlobalId } from "../../src/core/shared/key.js";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { buildLineageSchema } from "../../src/schema.js";
import { everyField, lineageTypes } from "../support/every-field.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
const { namespace } = client;
const repository = `https://git.example.com/${namespace}/pipeline`;
const sha = "c".repeat(40);
const imageDigest = `sha256:${namespace.replace(/[^0-9a-f]/g, "").padEnd(64, "0")}`;
const modelVersion = { namespace, model: "m", version: "1" };
const validFrom = "2026-01-01T00:00:00Z";
const logged = { namespace, dataset: "logged", version: "1" };
const run: FactInput = {
  operation: "recordRun",
  input: {
    namespace,
    externalId: "child",
    status: "COMPLETED",
    parent: { namespace, externalId: "parent" },
    codeCommit: { repository, sha },
    environment: { digest: imageDigest },
    inputs: [
      { role: "training", datasetSnapshot: { namespace, dataset: "read", version: "1" } },
      { role: "base", modelVersion },
      { role: "feedback", datasetSnapshot: logged },
    ],
    outputSnapshots: [{ namespace, dataset: "written", version: "1" }],
  },
};
const emission: FactInput = {
  operation: "registerDatasetSnapshot",
  input: { ...logged, emittedBy: { namespace, endpoint: "api", modelVersion, validFrom } },
};
const registrations: readonly FactInput[] = [
  { operation: "registerDatasetSnapshot", input: { namespace, dataset: "read", version: "1" } },
  { operation: "registerDatasetSnapshot", input: { namespace, dataset: "written", version: "1" } },
  { operation: "registerModelVersion", input: modelVersion },
  { operation: "registerCodeCommit", input: { repository, sha } },
  { operation: "registerEnvironment", input: { imageUri: "registry.example.com/train", imageDigest } },
  { operation: "recordRun", input: { namespace, externalId: "parent", status: "COMPLETED" } },
  {
    operation: "recordDeployment",
    input: { namespace, endpoint: "api", stage: "PRODUCTION", modelVersion, validFrom },
  },
];

interface Shown {
  readonly kind: string;
  readonly label: string;
  readonly isStub: boolean;
}
const written = snapshotKey(namespace, "written", "1");
/** The labels of the stubs in every kind of answer. `more` makes the API load the whole records of the nodes. */
const stubsIn = async (more: string): Promise<Readonly<Record<string, readonly string[]>>> => {
  const shown = `kind label isStub ${more}`;
  const answer = await client.answer<{
    read: Shown;
    run: { parent: Shown; inputs: { node: Shown }[]; outputs: { node: Shown }[] };
    lineage: { nodes: { node: Shown }[] };
    path: { nodes: Shown[] };
    impact: { affected: { edges: { node: { node: Shown; path: Shown[] } }[] } };
    named: Shown[];
    search: { edges: { node: Shown }[] };
  }>(
    `query($namespace: String!, $read: String!, $written: String!, $text: String!) {
      read: lineageNode(ref: { key: $read }) { ${shown} }
      run(namespace: $namespace, externalId: "child") { parent { ${shown} } inputs { node { ${shown} } } outputs { node { ${shown} } } }
      lineage(of: [{ key: $written }], direction: UPSTREAM) { nodes { node { ${shown} } } }
      path(from: { key: $read }, to: { key: $written }) { nodes { ${shown} } }
      impact(of: [{ key: $read }]) { affected { edges { node { node { ${shown} } path { ${shown} } } } } }
      named(name: "read@1") { ${shown} }
      search(text: $text, kinds: [DATASET_SNAPSHOT]) { edges { node { ${shown} } } }
    }`,
    { namespace, read: snapshotKey(namespace, "read", "1"), written, text: namespace },
  );
  const [affected] = answer.impact.affected.edges;
  const labels = (nodes: readonly Shown[]): string[] =>
    nodes
      .filter(({ isStub }) => isStub)
      .map(({ label }) => label)
      .sort();
  const nodesOf = (rows: readonly { node: Shown }[]): Shown[] => rows.map(({ node }) => node);
  return {
    lookUp: labels([answer.read]),
    parent: labels([answer.run.parent]),
    inputs: labels(nodesOf(answer.run.inputs)),
    outputs: labels(nodesOf(answer.run.outputs)),
    upstream: labels(nodesOf(answer.lineage.nodes)),
    path: labels(answer.path.nodes),
    affected: labels(nodesOf(answer.impact.affected.edges.map(({ node }) => node))),
    affectedPath: labels(affected?.node.path ?? []),
    named: labels(answer.named.filter(({ label }) => label === "read@1")),
    search: labels(nodesOf(answer.search.edges)),
  };
};

beforeAll(async () => {
  await client.start();
  await client.record(run, emission);
});
afterAll(() => client.close());

test.each([
  ["light rows", ""],
  ["whole records", "notes { id }"],
])("every answer marks the nodes that are only referenced, from %s", async (_rows, more) => {
  expect(await stubsIn(more)).toMatchObject({
    lookUp: ["read@1"],
    parent: ["parent"],
    inputs: ["m@1", "read@1"],
    outputs: ["written@1"],
    upstream: ["m@1", "m@1 at api", "pipeline@cccccccc", "read@1", imageDigest.slice(0, "sha256:".length + 8)],
    path: ["read@1", "written@1"],
    affected: ["written@1"],
    affectedPath: ["read@1"],
    search: ["read@1", "written@1"],
  });
});

test("a registration ends the stub, whatever its kind", async () => {
  await client.record(...registrations);
  const stubs = await stubsIn("");
  expect({ ...stubs, named: [] }).toEqual(Object.fromEntries(Object.keys(stubs).map((answer) => [answer, []])));
});

test("one document answers every field of all six kinds", async () => {
  const schema = await buildLineageSchema();
  const fragments = lineageTypes(schema).map((kind) => `... on ${kind.name} ${everyField(schema, kind, 1)}`);
  const { lineage } = await client.answer<{ lineage: { nodes: { node: { __typename: string; id: string } }[] } }>(
    `query($id: ID!) { lineage(of: [{ id: $id }], direction: UPSTREAM) { nodes { node { ${fragments.join(" ")} } } } }`,
    { id: toGlobalId(written) },
  );
  expect([...new Set(lineage.nodes.map(({ node }) => node.__typename))].sort()).toEqual([
    "CodeCommit",
    "DatasetSnapshot",
    "Deployment",
    "Environment",
    "ModelVersion",
    "Run",
  ]);
});
