import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
const { namespace } = client;
beforeAll(() => client.start());
afterAll(() => client.close());

const version = (model: string, number: string, rest: object = {}): FactInput => ({
  operation: "registerModelVersion",
  input: { namespace, model, version: number, ...rest },
});
const alias = (model: string, name: string, to: string | null): FactInput => ({
  operation: "setModelAlias",
  input: { namespace, model, alias: name, version: to, allowUnregistered: true },
});

test("a registered version has all reported fields, its run and its training data", async () => {
  await client.record({
    operation: "recordRun",
    input: {
      namespace,
      externalId: "trainer",
      status: "COMPLETED",
      inputs: [
        { role: "train", datasetSnapshot: { namespace, dataset: "rows", version: "1" } },
        { role: "training", datasetSnapshot: { namespace, dataset: "rows", version: "1" } },
        { role: "validation", datasetSnapshot: { namespace, dataset: "rows", version: "2" } },
      ],
    },
  });
  const { data, errors } = await client.ask(
    `mutation($input: RegisterModelVersionInput!) {
    registerModelVersion(input: $input) {
      label version artifactUri artifactDigest artifactSizeBytes createdAt aliases model { namespace name } producedBy { externalId } trainingData { label } baseVersions { label }
    }
  }`,
    {
      input: {
        namespace,
        model: "scorer",
        version: "2",
        producedBy: { namespace, externalId: "trainer" },
        artifactUri: "s3://models/scorer/2",
        artifactDigest: "sha256:ab",
        artifactSizeBytes: 12,
        createdAt: "2026-01-01T00:00:00Z",
        derivedFrom: [{ namespace, model: "base", version: "1" }],
      },
    },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    registerModelVersion: {
      label: "scorer@2",
      version: "2",
      artifactUri: "s3://models/scorer/2",
      artifactDigest: "sha256:ab",
      artifactSizeBytes: 12,
      createdAt: "2026-01-01T00:00:00.000Z",
      aliases: [],
      model: { namespace, name: "scorer" },
      producedBy: { externalId: "trainer" },
      trainingData: [{ label: "rows@1" }],
      baseVersions: [{ label: "base@1" }],
    },
  });
});

test("an alias points to one version at a time, can be moved, and is removed by null", async () => {
  await client.record(version("moved", "1"), version("moved", "2"));
  const set = `mutation($input: SetModelAliasInput!) { setModelAlias(input: $input) { name versions { edges { node { version aliases } } } } }`;
  const find = `query($namespace: String!) { modelVersion(namespace: $namespace, model: "moved", alias: "champion") { version } }`;
  const move = (to: string | null) =>
    client.answer(set, {
      input: { namespace, model: "moved", alias: "champion", version: to, allowUnregistered: true },
    });
  expect(await client.answer(find, { namespace })).toEqual({ modelVersion: null });
  for (const to of ["1", "2", "2"]) {
    expect(await move(to)).toEqual({
      setModelAlias: {
        name: "moved",
        versions: {
          edges: ["2", "1"].map((each) => ({ node: { version: each, aliases: each === to ? ["champion"] : [] } })),
        },
      },
    });
    expect(await client.answer(find, { namespace })).toEqual({ modelVersion: { version: to } });
  }
  await move(null);
  expect(await client.answer(find, { namespace })).toEqual({ modelVersion: null });
});

test("the second mutation of a request sees the effect of the first", async () => {
  await client.record(version("twice", "1"), version("twice", "2"));
  const set = (to: string) =>
    `setModelAlias(input: { namespace: "${namespace}", model: "twice", alias: "a", version: "${to}", allowUnregistered: true }) { versions { edges { node { version aliases } } } }`;
  const { second } = await client.answer<{ second: object }>(`mutation { first: ${set("1")} second: ${set("2")} }`);
  expect(second).toEqual({
    versions: { edges: [{ node: { version: "2", aliases: ["a"] } }, { node: { version: "1", aliases: [] } }] },
  });
});

test("exactly one of version and alias finds a version", async () => {
  for (const args of ["", ', version: "1", alias: "a"']) {
    const { errors } = await client.ask(`{ modelVersion(namespace: "n", model: "m"${args}) { id } }`);
    expect(errors?.[0]?.message).toBe("modelVersion requires exactly one of version and alias");
  }
});

test("a reference by an alias that is not set is rejected with a remedy", async () => {
  const { errors } = await client.ask(
    `mutation($input: RecordDeploymentInput!) { recordDeployment(input: $input) { key } }`,
    {
      input: {
        namespace,
        endpoint: "none",
        stage: "STAGING",
        modelVersion: { namespace, model: "scorer", alias: "nobody" },
        validFrom: "2026-01-01T00:00:00Z",
      },
    },
  );
  expect(errors?.[0]?.message).toMatch(/no alias "nobody".*setModelAlias/);
});

describe("an endpoint", () => {
  const record = `mutation($input: RecordDeploymentInput!) {
    recordDeployment(input: $input) { key label stage state trafficPercent validFrom validTo endReason by endpoint { name stage } modelVersion { label } codeCommit { label } environment { id } }
  }`;
  const deployment = (endpoint: string, number: string, validFrom: string, rest: object = {}) => ({
    namespace,
    endpoint,
    stage: "PRODUCTION",
    modelVersion: { namespace, model: "served", version: number },
    validFrom,
    ...rest,
  });
  const endpoint = `query($namespace: String!, $name: String!) {
    endpoint(namespace: $namespace, name: $name) { stage serving { label trafficPercent } history { totalCount edges { node { label state validTo endReason trafficPercent } } } }
    model(namespace: $namespace, name: "served") { production { version } }
  }`;

  test("records an observed deployment, which replaces the previous one", async () => {
    const { recordDeployment } = await client.answer<{ recordDeployment: object }>(record, {
      input: deployment("api", "1", "2026-01-01T00:00:00Z", {
        by: "ann",
        codeCommit: { repository: `https://git.example.com/${namespace}/server`, sha: "b".repeat(40) },
      }),
    });
    expect(recordDeployment).toEqual({
      key: expect.stringContaining(`deployment:${namespace}/api@20260101T000000.000Z~`),
      label: "served@1 at api",
      stage: "PRODUCTION",
      state: "ACTIVE",
      trafficPercent: 100,
      validFrom: "2026-01-01T00:00:00.000Z",
      validTo: null,
      endReason: null,
      by: "ann",
      endpoint: { name: "api", stage: "PRODUCTION" },
      modelVersion: { label: "served@1" },
      codeCommit: { label: "server@bbbbbbbb" },
      environment: null,
    });
    await client.answer(record, { input: deployment("api", "2", "2026-02-01T00:00:00Z") });
    expect(await client.answer(endpoint, { namespace, name: "api" })).toEqual({
      endpoint: {
        stage: "PRODUCTION",
        serving: [{ label: "served@2 at api", trafficPercent: 100 }],
        history: {
          totalCount: 2,
          edges: [
            {
              node: { label: "served@2 at api", state: "ACTIVE", validTo: null, endReason: null, trafficPercent: 100 },
            },
            {
              node: {
                label: "served@1 at api",
                state: "SUPERSEDED",
                validTo: "2026-02-01T00:00:00.000Z",
                endReason: "SUPERSEDED",
                trafficPercent: 100,
              },
            },
          ],
        },
      },
      model: { production: [{ version: "2" }] },
    });
  });

  test("serves several versions with split traffic; an ended deployment has a reason, and a future one counts as active", async () => {
    await client.answer(record, { input: deployment("split", "1", "2026-01-01T00:00:00Z") });
    await client.answer(record, { input: deployment("split", "3", "2026-02-01T00:00:00Z", { trafficPercent: 10 }) });
    await client.answer(record, {
      input: deployment("split", "4", "2026-03-01T00:00:00Z", {
        trafficPercent: 5,
        validTo: "2026-03-02T00:00:00Z",
        endReason: "ROLLED_BACK",
      }),
    });
    await client.answer(record, { input: deployment("split", "5", "2090-01-01T00:00:00Z", { trafficPercent: 0 }) });
    const {
      endpoint: { serving, history },
    } = await client.answer<{
      endpoint: { serving: object[]; history: { edges: { node: { label: string; state: string } }[] } };
    }>(endpoint, { namespace, name: "split" });
    expect(serving).toEqual([
      { label: "served@3 at split", trafficPercent: 10 },
      { label: "served@1 at split", trafficPercent: 90 },
    ]);
    expect(history.edges.map(({ node }) => [node.label, node.state])).toEqual([
      ["served@5 at split", "ACTIVE"],
      ["served@4 at split", "ROLLED_BACK"],
      ["served@3 at split", "ACTIVE"],
      ["served@1 at split", "ACTIVE"],
    ]);
  });

  test("a deployment is recorded once for an idempotency key; the key with another input is a conflict", async () => {
    const input = { ...deployment("keyed", "1", "2026-01-01T00:00:00Z"), idempotencyKey: `key-${namespace}` };
    const first = await client.answer(record, { input });
    expect(await client.answer(record, { input })).toEqual(first);
    const { errors } = await client.ask(record, { input: { ...input, trafficPercent: 50 } });
    expect(errors?.[0]?.message).toMatch(/idempotency key .* was used for another request/);
  });

  test("never changes its stage", async () => {
    const define = `mutation($input: DefineEndpointInput!) { defineEndpoint(input: $input) { name stage serving { id } } }`;
    expect(await client.answer(define, { input: { namespace, name: "fixed", stage: "SHADOW" } })).toEqual({
      defineEndpoint: { name: "fixed", stage: "SHADOW", serving: [] },
    });
    const { errors } = await client.ask(define, { input: { namespace, name: "fixed", stage: "STAGING" } });
    expect(errors?.[0]?.message).toMatch(/stage "SHADOW".*"STAGING"/);
    const { endpoints } = await client.answer<{ endpoints: object }>(
      `query($namespace: String!) { endpoints(namespace: $namespace, stage: SHADOW) { totalCount edges { node { name } } } }`,
      { namespace },
    );
    expect(endpoints).toEqual({ totalCount: 1, edges: [{ node: { name: "fixed" } }] });
  });

  test("emits snapshots, which may refer to the deployment before it is recorded", async () => {
    const emittedBy = {
      namespace,
      endpoint: "logging",
      modelVersion: { namespace, model: "served", version: "1" },
      validFrom: "2026-01-01T00:00:00Z",
    };
    const { registerDatasetSnapshot } = await client.answer<{ registerDatasetSnapshot: object }>(
      `mutation($input: RegisterDatasetSnapshotInput!) { registerDatasetSnapshot(input: $input) { emittedBy { label stage state } } }`,
      { input: { namespace, dataset: "decisions", version: "1", emittedBy } },
    );
    expect(registerDatasetSnapshot).toEqual({
      emittedBy: [{ label: "served@1 at logging", stage: "DEVELOPMENT", state: "ACTIVE" }],
    });
  });
});

test("models are listed by key with their versions newest first, and versions with their deployments", async () => {
  await client.record(
    version("listed-a", "1", { createdAt: "2026-01-01T00:00:00Z" }),
    version("listed-a", "2", { createdAt: "2026-01-02T00:00:00Z" }),
    version("listed-b", "1"),
    alias("listed-b", "x", "1"),
  );
  const { data, statements } = await client.ask(
    `query($namespace: String!) {
    models(namespace: $namespace, nameContains: "listed-") { totalCount edges { node { name versions(first: 5) { totalCount edges { node { version aliases deployments { totalCount } } } } } } }
  }`,
    { namespace },
  );
  const noDeployments = { deployments: { totalCount: 0 } };
  expect(data).toEqual({
    models: {
      totalCount: 2,
      edges: [
        {
          node: {
            name: "listed-a",
            versions: {
              totalCount: 2,
              edges: [
                { node: { version: "2", aliases: [], ...noDeployments } },
                { node: { version: "1", aliases: [], ...noDeployments } },
              ],
            },
          },
        },
        {
          node: {
            name: "listed-b",
            versions: { totalCount: 1, edges: [{ node: { version: "1", aliases: ["x"], ...noDeployments } }] },
          },
        },
      ],
    },
  });
  expect(statements.toSorted()).toEqual([
    "deployment/count-deployments",
    "model/count-model-versions",
    "model/count-models",
    "model/list-models",
    "model/page-model-versions",
  ]);
});

test("an alias of a version that was never registered is refused, with what to do", async () => {
  const set = "mutation($input: SetModelAliasInput!) { setModelAlias(input: $input) { name } }";
  const input = { namespace, model: "loose", alias: "champion", version: "l0" };
  const { errors } = await client.ask(set, { input });
  expect(errors?.[0]?.message).toMatch(/loose@l0 was never registered.*registerModelVersion.*allowUnregistered/);
  expect(
    await client.answer('query($namespace: String!) { model(namespace: $namespace, name: "loose") { name } }', {
      namespace,
    }),
  ).toEqual({ model: null });
  await client.answer(set, { input: { ...input, allowUnregistered: true } });
});

test("a version has metrics of its own, of which the newest values are kept", async () => {
  const register = (metrics: object[]) =>
    client.write([
      { operation: "registerModelVersion", input: { namespace, model: "measured", version: "1", metrics } },
    ]);
  await register([
    { name: "acc", value: 0.5, step: 1 },
    { name: "loss", text: "NaN" },
  ]);
  await register([{ name: "acc", value: 0.9, step: 2 }]);
  await register([{ name: "acc", value: 0.7, step: 1 }]);
  expect(
    await client.answer(
      'query($namespace: String!) { modelVersion(namespace: $namespace, model: "measured", version: "1") { metrics { name text step } } }',
      { namespace },
    ),
  ).toEqual({
    modelVersion: {
      metrics: [
        { name: "acc", text: "0.9", step: 2 },
        { name: "loss", text: "NaN", step: null },
      ],
    },
  });
  const dataset = { namespace, dataset: "d", version: "1" };
  expect(await register([{ name: "acc", value: 1, dataset }])).toMatchObject([{ status: "REJECTED" }]);
});
