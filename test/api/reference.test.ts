import { snapshotKey, toGlobalId } from "../../src/core/shared/key.js";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { findNodeRefs, resolveNodeRefs } from "../../src/catalog/reference/resolve-node-refs.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
const { namespace } = client;
const repository = `https://git.example.com/${namespace}/pipeline`;
// Hashes that no other test uses.
const hex = namespace.replace(/[^0-9a-f]/g, "").padEnd(40, "0");
const sha = hex.slice(-40);
let environmentDigest = "";

beforeAll(async () => {
  await client.start();
  const snapshot = (dataset: string, version: string, createdAt: string): FactInput => ({
    operation: "registerDatasetSnapshot",
    input: { namespace, dataset, version, createdAt },
  });
  const deployment = (endpoint: string, version: string, trafficPercent: number): FactInput => ({
    operation: "recordDeployment",
    input: {
      namespace,
      endpoint,
      stage: "PRODUCTION",
      modelVersion: { namespace, model: "m", version },
      validFrom: `2026-0${version}-01T00:00:00Z`,
      trafficPercent,
    },
  });
  await client.record(
    snapshot("a/b", "1", "2026-01-01T00:00:00Z"),
    snapshot("a/b", "2", "2026-01-02T00:00:00Z"),
    { operation: "registerCodeCommit", input: { repository, sha } },
    { operation: "registerModelVersion", input: { namespace, model: "m", version: "1" } },
    {
      operation: "setModelAlias",
      input: { namespace, model: "m", alias: "champion", version: "1", allowUnregistered: true },
    },
    {
      operation: "recordRun",
      input: { namespace, externalId: "r1", name: `A "quoted" name (${namespace})`, status: "COMPLETED" },
    },
    deployment("alone", "1", 100),
    deployment("alone", "2", 0),
    deployment("split", "1", 100),
    deployment("split", "2", 10),
  );
  const requirements = `${namespace}-Package==1.5\nother>=1`;
  const { registerEnvironment } = await client.answer<{ registerEnvironment: { digest: string } }>(
    `mutation($requirements: String!) { registerEnvironment(input: { requirements: $requirements }) { digest } }`,
    { requirements },
  );
  environmentDigest = registerEnvironment.digest;
});
afterAll(() => client.close());

const labelOf = `query($ref: NodeRefInput!) { lineageNode(ref: $ref) { label } }`;
const label = async (ref: object) =>
  (await client.answer<{ lineageNode: { label: string } | null }>(labelOf, { ref })).lineageNode?.label ?? null;
const keyOf = (version: string) => snapshotKey(namespace, "a/b", version);

test("every form of reference finds the node", async () => {
  expect(await label({ key: keyOf("1") })).toBe("a/b@1");
  expect(await label({ id: toGlobalId(keyOf("1")) })).toBe("a/b@1");
  expect(await label({ datasetSnapshot: { namespace, dataset: "a/b", version: "2" } })).toBe("a/b@2");
  expect(await label({ codeCommit: { repository, sha } })).toBe(`pipeline@${sha.slice(0, 8)}`);
  expect(await label({ environment: { digest: environmentDigest } })).toBe(
    environmentDigest.slice(0, "sha256:".length + 8),
  );
  expect(await label({ run: { namespace, externalId: "r1" } })).toBe(`A "quoted" name (${namespace})`);
  expect(await label({ modelVersion: { namespace, model: "m", version: "1" } })).toBe("m@1");
  expect(await label({ modelVersion: { namespace, model: "m", alias: "champion" } })).toBe("m@1");
  expect(await label({ deployment: { namespace, endpoint: "alone" } })).toBe("m@1 at alone");
  expect(await label({ package: { name: `${namespace}_package`, specifier: "~=1.4" } })).toBe(
    environmentDigest.slice(0, 15),
  );
});

test.each([
  { key: "snapshot:none/none@1" },
  { key: "no key" },
  { id: "no id" },
  { id: "" },
  { dataset: { namespace: "none", name: "none" } },
  { run: { namespace: "none", externalId: "none" } },
  { modelVersion: { namespace: "none", model: "none", alias: "none" } },
  { deployment: { namespace: "none", endpoint: "none" } },
  { package: { name: "none-of-that-name" } },
])("%j matches no node: null in a lookup, NOT_FOUND in a query", async (ref) => {
  expect(await label(ref)).toBeNull();
  await expect(resolveNodeRefs(client.graph, [ref])).rejects.toMatchObject({
    code: "NOT_FOUND",
    message: expect.stringContaining(JSON.stringify(Object.values(ref)[0])),
  });
});

test("a package version outside the specifier is not matched", async () => {
  const name = `${namespace}-package`;
  expect(
    await findNodeRefs(client.graph, [
      { package: { name, specifier: "<1.5" } },
      { package: { name } },
      { package: { name: "OTHER", specifier: ">=1" } },
    ]),
  ).toEqual([
    [],
    [`environment:@${encodeURIComponent(environmentDigest)}`],
    expect.not.arrayContaining([`environment:@${encodeURIComponent(environmentDigest)}`]),
  ]);
  await expect(
    findNodeRefs(client.graph, [{ package: { name: "none-of-that-name", specifier: "new" } }]),
  ).rejects.toThrow(/specifier "new" of the package none-of-that-name is invalid: "new" does not start with/);
});

test("several matches are an error that lists them in a lookup; in a query, a dataset means all of its snapshots, and a split endpoint is an error", async () => {
  const { errors } = await client.ask(labelOf, { ref: { dataset: { namespace, name: "a/b" } } });
  expect(errors?.[0]?.message).toContain(`matches 2 nodes; use the key of one: ${keyOf("1")}, ${keyOf("2")}`);
  expect(await resolveNodeRefs(client.graph, [{ dataset: { namespace, name: "a/b" } }, { key: keyOf("2") }])).toEqual([
    keyOf("1"),
    keyOf("2"),
  ]);
  await expect(resolveNodeRefs(client.graph, [{ deployment: { namespace, endpoint: "split" } }])).rejects.toMatchObject(
    {
      code: "BAD_USER_INPUT",
      message: expect.stringMatching(/2 deployments that share the traffic.*deployment:.*, deployment:/),
    },
  );
});

test("exactly one field is given", async () => {
  for (const ref of [{}, { key: "a", id: "b" }, { key: null }])
    await expect(resolveNodeRefs(client.graph, [ref])).rejects.toThrow(/requires exactly one field/);
  await expect(resolveNodeRefs(client.graph, [])).rejects.toThrow(/at least one node/);
  await expect(resolveNodeRefs(client.graph, [{ modelVersion: { namespace, model: "m" } }])).rejects.toThrow(
    /exactly one of version and alias/,
  );
});

test.each([
  [{}, "Exactly one key must be specified"],
  [{ key: "a", id: "b" }, "Exactly one key must be specified"],
  [{ key: null }, "must be non-null"],
])("a reference with the fields of %j is refused before anything is read", async (ref, problem) => {
  const answer = await client.ask("query($ref: NodeRefInput!) { lineageNode(ref: $ref) { key } }", { ref });
  expect(answer.errors?.[0]?.message).toContain(problem);
  expect(answer.statements).toEqual([]);
});

test("an unknown key fails its own question and keeps the answers to the others", async () => {
  const { data, errors } = await client.ask(
    `query($known: String!, $endpoint: EndpointRefInput!, $version: ModelVersionRefInput!) {
      known: impact(of: [{ key: $known }]) { severity }
      impact(of: [{ key: "snapshot:n/d@none" }]) { severity }
      lineage(of: [{ key: "snapshot:n/d@none" }], direction: UPSTREAM) { totalCount }
      deletionPlan(of: [{ key: "snapshot:n/d@none" }]) { verdict }
      reproduction(of: { key: "snapshot:n/d@none" }) { verdict }
      servedAt(endpoint: $endpoint, at: "2026-01-01T00:00:00Z") { exact }
      servingComparison(endpoint: $endpoint, left: "2026-01-01T00:00:00Z", right: "2026-01-01T00:00:00Z") { leftAt }
      rollbackPlan(endpoint: $endpoint) { target { eligible } }
      modelComparison(left: $version, right: $version) { left { key } }
      runComparison(left: { namespace: "n", externalId: "none" }, right: { namespace: "n", externalId: "none" }) { left { key } }
    }`,
    {
      known: keyOf("1"),
      endpoint: { namespace, name: "none" },
      version: { namespace, model: "none", version: "1" },
    },
  );
  const { known, ...others } = data ?? {};
  expect(known).toEqual({ severity: expect.any(String) });
  expect(Object.values(others)).toEqual(Array(9).fill(null));
  expect(errors?.map(({ path }) => path?.[0]).sort()).toEqual(Object.keys(others).sort());
});

test("node and nodes find everything with an id, in the given order, null for unknown ids", async () => {
  const { dataset, endpoint, model } = await client.answer<Record<string, { id: string }>>(
    `query($n: String!) { dataset(namespace: $n, name: "a/b") { id } endpoint(namespace: $n, name: "alone") { id } model(namespace: $n, name: "m") { id } }`,
    { n: namespace },
  );
  const ids = [
    endpoint?.id,
    "nothing",
    toGlobalId(keyOf("1")),
    model?.id,
    dataset?.id,
    toGlobalId(keyOf("1")),
    toGlobalId(keyOf("none")),
  ];
  const { data, statements } = await client.ask(
    `query($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on LineageNode { label } ... on Endpoint { name } } }`,
    { ids },
  );
  const snapshot = { __typename: "DatasetSnapshot", id: ids[2], label: "a/b@1" };
  expect(data).toEqual({
    nodes: [
      { __typename: "Endpoint", id: ids[0], name: "alone" },
      null,
      snapshot,
      { __typename: "Model", id: ids[3] },
      { __typename: "Dataset", id: ids[4] },
      snapshot,
      null,
    ],
  });
  expect(statements.toSorted()).toEqual([
    "dataset/load-datasets",
    "dataset/load-snapshots",
    "deployment/load-endpoint-nodes",
    "model/load-models",
  ]);
  expect(
    await client.answer(`query($id: ID!) { node(id: $id) { ... on DatasetSnapshot { version } } }`, { id: ids[2] }),
  ).toEqual({ node: { version: "1" } });
  expect(
    (
      await client.ask(`query($ids: [ID!]!) { nodes(ids: $ids) { id } }`, {
        ids: Array.from({ length: 501 }, () => "x"),
      })
    ).errors?.[0]?.message,
  ).toMatch(/501 items.*maximum of 500/);
});

test("a loose name is matched as key, id, name, alias, run id, title, hash or label", async () => {
  const named = async (name: string) =>
    (
      await client.answer<{ named: { label: string }[] }>(`query($name: String!) { named(name: $name) { label } }`, {
        name,
      })
    ).named.map((node) => node.label);
  const title = `A "quoted" name (${namespace})`;
  const expected: Record<string, string[]> = {
    [keyOf("1")]: ["a/b@1"],
    [toGlobalId(keyOf("1"))]: ["a/b@1"],
    [keyOf("none")]: [],
    [`${namespace}/a/b@2`]: ["a/b@2"],
    [`${namespace}/a/b`]: ["a/b@2", "a/b@1"],
    [`dataset ${namespace}/a/b`]: ["a/b@2", "a/b@1"],
    [`run ${namespace}/a/b`]: [],
    [`${namespace}/m@champion`]: ["m@1"],
    [`model ${namespace}/m@1`]: ["m@1"],
    [`model:${namespace}/m`]: ["m@2", "m@1"],
    [`${namespace}/r1`]: [title],
    [title]: [title],
    [`run ${title}`]: [title],
    [sha]: [`pipeline@${sha.slice(0, 8)}`],
    [`pipeline@${sha.slice(0, 12)}`]: [`pipeline@${sha.slice(0, 8)}`],
    [`pipeline@${sha.slice(0, 5)}`]: [],
    [`commit ${sha.slice(0, 30)}`]: [`pipeline@${sha.slice(0, 8)}`],
    [environmentDigest.slice(0, 30)]: [environmentDigest.slice(0, 15)],
    [environmentDigest.slice("sha256:".length, 40)]: [environmentDigest.slice(0, 15)],
    [`endpoint ${namespace}/split`]: ["m@2 at split", "m@1 at split"],
    [`m@1 at ${namespace}/split`]: ["m@1 at split"],
  };
  for (const [name, labels] of Object.entries(expected))
    expect([name, (await named(name)).toSorted()]).toEqual([name, labels.toSorted()]);
  expect(await named(`${namespace}/a/b`)).toEqual(["a/b@2", "a/b@1"]);
  expect((await client.ask(`{ named(name: " ") { id } }`)).errors?.[0]?.message).toMatch(/name is empty/);
});

test("a name takes one statement, and one more for each kind if more than the common fields is selected", async () => {
  const light = await client.ask(
    `query($name: String!) { named(name: $name) { __typename id key kind label namespace recordedAt } }`,
    { name: `${namespace}/a/b` },
  );
  expect(light.statements).toEqual(["reference/find-named"]);
  const full = await client.ask(
    `query($name: String!) { named(name: $name) { key ... on DatasetSnapshot { version } } }`,
    { name: `${namespace}/a/b` },
  );
  expect(full.statements).toEqual(["reference/find-named", "dataset/load-snapshots"]);
});
