import { randomUUID } from "node:crypto";
import { type GraphQLNamedType, type GraphQLSchema, getNamedType } from "graphql";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { buildLineageSchema } from "../../src/schema.js";
import { describeEnvironment } from "../../src/catalog/environment/environment-content.js";
import { commitKey, deploymentKey, environmentKey, toGlobalId } from "../../src/core/shared/key.js";
import { caseFacts } from "../support/case-facts.js";
import { everyField } from "../support/every-field.js";
import { nodeDetails } from "../support/node-details.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
let schema: GraphQLSchema;
beforeAll(async () => {
  await client.start();
  schema = await buildLineageSchema();
});
afterAll(() => client.close());

const n = caseFacts();
const { namespace } = n;
const sha = randomUUID().replaceAll("-", "").padEnd(40, "0");
const digest = `sha256:${sha.padEnd(64, "0")}`;
const requirements = `x-${namespace}==1.0\n`;
const environmentDigest = describeEnvironment({ requirements }).digest;
const environment = environmentKey(environmentDigest);
const validFrom = "2026-05-02T10:00:00Z";
const deploymentOf = (endpoint: string, ref: string) =>
  deploymentKey(namespace, endpoint, n.v(ref), Date.parse(validFrom));

const kinds = {
  Environment: environment,
  CodeCommit: commitKey(`repo-${namespace}`, sha),
  DatasetSnapshot: n.s("d@1"),
  Run: n.r("train"),
  Deployment: deploymentOf("ep", "m@1"),
  ModelVersion: n.v("m@1"),
};
/** The kinds in the order of their retraction: what the remaining nodes are connected with comes first. */
const rounds = [
  ["Environment", "CodeCommit", "DatasetSnapshot"],
  ["Run", "Deployment", "ModelVersion"],
] as const;
const others = [
  n.s("raw@1"),
  n.s("log@1"),
  n.r("search"),
  n.r("use"),
  n.r("child"),
  n.v("m@0"),
  deploymentOf("ep", "m@0"),
];

function world(): FactInput[] {
  const version = (ref: string) => ({ namespace, model: "m", version: ref });
  return [
    { operation: "registerEnvironment", input: { requirements } },
    {
      operation: "registerCodeCommit",
      input: { repository: `repo-${namespace}`, sha, message: `commit-${namespace}` },
    },
    n.snapshot("raw@1"),
    n.snapshot("d@1", { digest, derivedFrom: [{ namespace, dataset: "raw", version: "1" }] }),
    n.run("search", []),
    n.version("m@0", null),
    {
      operation: "recordRun",
      input: {
        namespace,
        externalId: "train",
        status: "COMPLETED",
        experiment: "exp",
        codeCommit: { repository: `repo-${namespace}`, sha },
        environment: { digest: environmentDigest },
        parent: { namespace, externalId: "search" },
        inputs: [
          { role: "training", datasetSnapshot: { namespace, dataset: "d", version: "1" } },
          { role: "base", modelVersion: version("0") },
        ],
        metrics: [{ name: "auc", value: 0.5, dataset: { namespace, dataset: "d", version: "1" } }],
      },
    },
    n.version("m@1", "train", { derivedFrom: [version("0")], artifactDigest: `sha256:${sha.padEnd(64, "1")}` }),
    { operation: "setModelAlias", input: { namespace, model: "m", alias: "champion", version: "1" } },
    n.deploy("ep", "m@0"),
    {
      operation: "recordDeployment",
      input: { namespace, endpoint: "ep", modelVersion: version("1"), validFrom, stage: "PRODUCTION" },
    },
    n.snapshot("log@1", { emittedBy: { namespace, endpoint: "ep", modelVersion: version("1"), validFrom } }),
    {
      operation: "recordRun",
      input: {
        namespace,
        externalId: "child",
        status: "COMPLETED",
        parent: { namespace, externalId: "train" },
        environment: { digest: environmentDigest },
        codeCommit: { repository: `repo-${namespace}`, sha },
      },
    },
    n.run("use", ["log@1", "d@1"]),
  ];
}

/** The arguments of each root field, so that it is about the world. A new root field belongs here. */
function argumentsOf(keys: readonly string[]): Readonly<Record<string, string>> {
  const refs = `[${keys.map((key) => `{ key: ${JSON.stringify(key)} }`).join(", ")}]`;
  const ids = [...Object.values(kinds), ...others].map((key) => JSON.stringify(toGlobalId(key)));
  const [kept = ""] = keys;
  const endpoint = `endpoint: { namespace: "${namespace}", name: "ep" }`;
  const named = (model: string) => `{ namespace: "${namespace}", model: "m", version: "${model}" }`;
  return {
    codeCommit: `repository: "repo-${namespace}", sha: "${sha}"`,
    dataset: `namespace: "${namespace}", name: "d"`,
    datasetSnapshot: `namespace: "${namespace}", dataset: "d", version: "1"`,
    datasets: `namespace: "${namespace}"`,
    deletionCandidates: `namespace: "${namespace}"`,
    deletionPlan: `of: ${refs}`,
    deployments: `namespace: "${namespace}"`,
    endpoint: `namespace: "${namespace}", name: "ep"`,
    endpoints: `namespace: "${namespace}"`,
    environment: `digest: "${environmentDigest}"`,
    impact: `of: ${refs}`,
    lineage: `of: ${refs}, direction: DOWNSTREAM`,
    lineageNode: `ref: { key: ${JSON.stringify(kept)} }`,
    model: `namespace: "${namespace}", name: "m"`,
    modelComparison: `left: ${named("0")}, right: ${named("1")}`,
    modelVersion: `namespace: "${namespace}", model: "m", alias: "champion"`,
    models: `namespace: "${namespace}"`,
    named: `name: "${namespace}/d@1"`,
    node: `id: ${ids[0]}`,
    nodes: `ids: [${ids.join(", ")}]`,
    path: `from: { key: ${JSON.stringify(n.s("raw@1"))} }, to: { key: ${JSON.stringify(n.r("use"))} }`,
    recalls: "",
    releases: endpoint,
    reproduction: `of: { key: ${JSON.stringify(n.v("m@0"))} }`,
    rollbackPlan: endpoint,
    run: `namespace: "${namespace}", externalId: "train"`,
    runComparison: `left: { namespace: "${namespace}", externalId: "use" }, right: { namespace: "${namespace}", externalId: "train" }`,
    runs: `filter: { namespace: "${namespace}" }`,
    search: `text: "${namespace}"`,
    servedAt: `${endpoint}, at: "2026-06-01T00:00:00Z"`,
    servingComparison: `${endpoint}, left: "2026-06-01T00:00:00Z", right: "2026-06-02T00:00:00Z"`,
  };
}
/** The ledger keeps everything, and these need an id that the world does not have. */
const leftOut = new Set(["auditLog", "recall", "release"]);

const nodeTypes = new Set(["Node", "LineageNode", ...Object.keys(kinds)]);

/** Every field of a type. Nodes that are not lineage nodes have fields of other types with the same names. */
function selectionOf(type: GraphQLNamedType, depth: number): string {
  const lineageNode = schema.getType("LineageNode");
  if (type.name !== "Node" || !lineageNode) return everyField(schema, type, depth);
  return `{ ... on LineageNode ${everyField(schema, lineageNode, depth)} }`;
}

/** Blind spots and recalls are those of the whole database, from which other tests remove their nodes. */
function isExpected(message: string): boolean {
  if (/ was retracted at | matches no recorded node| is not recorded/.test(message)) return true;
  return message.includes("nothing is recorded under") && !message.includes(namespace);
}

/** The answers of all root fields, with every field of every type to a depth. Errors name what is not there. */
async function answersOfAll(keys: readonly string[]): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const given = argumentsOf(keys);
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    if (leftOut.has(field.name)) continue;
    const args = given[field.name];
    if (args === undefined) throw new Error(`argumentsOf lacks ${field.name}`);
    const type = getNamedType(field.type);
    const depth = type.name.endsWith("Connection") ? 2 : nodeTypes.has(type.name) ? 1 : 2;
    const source = `{ ${field.name}${args === "" ? "" : `(${args})`} ${selectionOf(type, depth)} }`;
    const { data, errors } = await client.ask(source);
    const unexpected = errors?.filter(({ message }) => !isExpected(message)) ?? [];
    if (unexpected.length > 0) throw new Error(`${field.name}: ${unexpected.map(({ message }) => message).join("; ")}`);
    answers.set(field.name, JSON.stringify(data));
  }
  return answers;
}

/** Nodes with their fields and the nodes that they are connected with, as of a moment. */
async function detailsAt(keys: readonly string[], asOf: string | null): Promise<unknown> {
  const type = schema.getType("LineageNode");
  if (!type) throw new TypeError("no LineageNode");
  const { lineage } = await client.answer<{ lineage: unknown }>(
    `query($of: [NodeRefInput!]!, $asOf: DateTime) { lineage(of: $of, direction: DOWNSTREAM, asOf: $asOf) {
      nodes { node { key } } edges { upstreamKey downstreamKey kind role } all: roots ${everyField(schema, type, 1)} roots { ...details } } }
    ${nodeDetails}`,
    { of: keys.map((key) => ({ key })), asOf },
  );
  // Blind spots are those of the whole database, where other tests write.
  return JSON.parse(JSON.stringify(lineage), (field, value: unknown) => (field === "blindSpotCount" ? null : value));
}

const retraction = "mutation($input: RetractInput!) { retract(input: $input) { sequence } }";

test("no answer shows a retracted node of any kind, and answers about the time before do", async () => {
  await client.record(...world());
  await client.answer("mutation($input: OpenRecallInput!) { openRecall(input: $input) { id } }", {
    input: { targets: [{ key: kinds.DatasetSnapshot }, { key: kinds.Run }], reason: "test" },
  });
  for (const key of Object.values(kinds))
    await client.answer("mutation($input: AddNoteInput!) { addNote(input: $input) { id } }", {
      input: { target: { key }, text: `note-${namespace}` },
    });
  const all = [...Object.values(kinds), ...others];
  const shown = [...(await answersOfAll(all)).values()].join();
  for (const key of Object.values(kinds)) expect(shown).toContain(JSON.stringify(key));
  const details = await detailsAt(all, null);
  await new Promise((done) => setTimeout(done, 5));
  const before = new Date().toISOString();
  expect(await detailsAt(all, before)).toEqual(details);
  const gone: string[] = [];
  for (const together of rounds) {
    const keys = together.map((kind) => kinds[kind]);
    await client.answer(retraction, { input: { nodes: keys.map((key) => ({ key })), reason: "reported by mistake" } });
    gone.push(...keys);
    const kept = all.filter((each) => !gone.includes(each));
    const answers = await answersOfAll(kept);
    answers.set("details", JSON.stringify(await detailsAt(kept, null)));
    for (const [field, answer] of answers)
      expect({ field, shows: gone.filter((each) => answer.includes(JSON.stringify(each))) }).toEqual({
        field,
        shows: [],
      });
    expect(await detailsAt(all, before)).toEqual(details);
  }
});

test("a question about a retracted node reports the decision, and a report does not undo it", async () => {
  const m = caseFacts();
  await client.record(m.snapshot("a@1"), m.run("R", ["a@1"]));
  await client.answer(retraction, { input: { nodes: [{ key: m.s("a@1") }], reason: "a typing error" } });
  const refusal = new RegExp(
    `^${m.s("a@1")} was retracted at 2\\S+Z by test, in ledger entry \\d+: a typing error\\. Questions with asOf before that still show it$`,
  );
  for (const question of [
    "impact(of: [{ key: $key }]) { severity }",
    "lineageNode(ref: { key: $key }) { key }",
    "lineage(of: [{ key: $key }], direction: UPSTREAM) { totalCount }",
    "reproduction(of: { key: $key }) { verdict }",
    "deletionPlan(of: [{ key: $key }]) { verdict }",
  ]) {
    const { errors } = await client.ask(`query($key: String!) { ${question} }`, { key: m.s("a@1") });
    expect(errors?.map(({ message }) => message)).toEqual([expect.stringMatching(refusal)]);
  }
  const { errors } = await client.ask(retraction, { input: { nodes: [{ key: m.s("a@1") }], reason: "again" } });
  expect(errors?.[0]?.message).toMatch(refusal);
  const [registered, used] = await client.write([m.snapshot("a@1", { sizeBytes: 1 }), m.run("S", ["a@1"])]);
  expect(registered).toMatchObject({ status: "UNCHANGED", warnings: [{ field: "key" }] });
  expect(used).toMatchObject({ status: "NEW", warnings: [{ field: "edges", given: m.s("a@1") }] });
  const { run } = await client.answer<{ run: unknown }>(
    'query($namespace: String!) { run(namespace: $namespace, externalId: "S") { inputs { node { key } } } }',
    { namespace: m.namespace },
  );
  expect(run).toEqual({ inputs: [] });
});

test("a retracted version gets no alias and no deployment, and one that is deployed is not retracted alone", async () => {
  const m = caseFacts();
  await client.record(m.version("m@1", null), m.version("m@2", null), m.deploy("ep", "m@2"));
  const alone = await client.ask(retraction, { input: { nodes: [{ key: m.v("m@2") }], reason: "a typing error" } });
  expect(alone.errors?.[0]?.message).toMatch(/is deployed, so it cannot be retracted alone/);
  await client.answer(retraction, { input: { nodes: [{ key: m.v("m@1") }], reason: "a typing error" } });
  const outcomes = await client.write([
    { operation: "setModelAlias", input: { namespace: m.namespace, model: "m", alias: "champion", version: "1" } },
    m.deploy("ep", "m@1"),
  ]);
  for (const outcome of outcomes)
    expect(outcome).toMatchObject({
      status: "REJECTED",
      code: "CONFLICT",
      message: expect.stringMatching("was retracted"),
    });
});

test("after the retraction of a deployment, the one before it serves again", async () => {
  const m = caseFacts();
  const serving = async (): Promise<unknown> =>
    client.answer(
      'query($namespace: String!) { endpoint(namespace: $namespace, name: "ep") { serving { key } history { totalCount } } }',
      { namespace: m.namespace },
    );
  await client.record(m.version("m@1", null), m.version("m@2", null), m.deploy("ep", "m@1"));
  const before = await serving();
  const later = "2026-05-03T10:00:00Z";
  const modelVersion = { namespace: m.namespace, model: "m", version: "2" };
  await client.record({
    operation: "recordDeployment",
    input: { namespace: m.namespace, endpoint: "ep", modelVersion, validFrom: later, stage: "PRODUCTION" },
  });
  const key = deploymentKey(m.namespace, "ep", m.v("m@2"), Date.parse(later));
  expect(await serving()).toEqual({ endpoint: { serving: [{ key }], history: { totalCount: 2 } } });
  await client.answer(retraction, { input: { nodes: [{ key }], reason: "reported for another endpoint" } });
  expect(await serving()).toEqual(before);
});

test("after the retraction of a producer, the right one can be reported", async () => {
  const m = caseFacts();
  await client.record(m.run("wrong", []), m.run("right", []), m.version("m@1", "wrong"));
  const edge = { upstream: { key: m.r("wrong") }, downstream: { key: m.v("m@1") }, kind: "PRODUCED" };
  await client.answer(retraction, { input: { edges: [edge], reason: "the wrong run" } });
  const [repeated] = await client.write([m.version("m@1", "wrong")]);
  expect(repeated).toMatchObject({ status: "UNCHANGED", warnings: [{ given: m.r("wrong") }] });
  await client.record(m.version("m@1", "right"));
  const { modelVersion } = await client.answer<{ modelVersion: unknown }>(
    'query($namespace: String!) { modelVersion(namespace: $namespace, model: "m", version: "1") { producedBy { key } } }',
    { namespace: m.namespace },
  );
  expect(modelVersion).toEqual({ producedBy: { key: m.r("right") } });
});
