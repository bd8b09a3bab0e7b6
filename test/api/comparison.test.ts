import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describeEnvironment } from "../../src/catalog/environment/environment-content.js";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
const { namespace } = client;
const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, "../fixtures/requirements", name), "utf8");
const frozen = fixture("pip-freeze.txt");
/** The same a month later: one package changed, one was added, one removed, and names are spelled differently. */
const moved =
  frozen
    .replace("aiohttp==3.14.5", "AIOHTTP==3.15.0")
    .replace("aiohttp-retry==2.9.1\n", "")
    .replace("aiosignal==", "AioSignal==") + "xgboost==3.0.0\n";
const repository = `https://github.com/acme/${namespace}`;
const [before, after] = ["a".repeat(40), "b".repeat(40)];

const train = (version: string) => ({ namespace, dataset: "train", version });
const holdout = { namespace, dataset: "holdout", version: "1" };
const digestOf = (requirements: string): string => describeEnvironment({ requirements, pythonVersion: "3.11" }).digest;
const base = (version: string) => ({ namespace, model: "base", version });
const version = (name: string, more: object): FactInput => ({
  operation: "registerModelVersion",
  input: { namespace, model: "m", version: name, ...more },
});

interface Trained {
  readonly id: string;
  readonly sha: string;
  readonly requirements: string;
  readonly data: string;
  readonly from: string;
  readonly depth: string;
  readonly auc: number;
  readonly more?: object;
}
const trained = ({ id, sha, requirements, data, from, depth, auc, more }: Trained): FactInput => ({
  operation: "recordRun",
  input: {
    namespace,
    externalId: id,
    status: "COMPLETED",
    codeCommit: { repository, sha },
    environment: { digest: digestOf(requirements) },
    inputs: [
      { role: "training", datasetSnapshot: train(data) },
      { role: "validation", datasetSnapshot: holdout },
      { role: "base", modelVersion: base(from) },
    ],
    parameters: [
      { name: "depth", value: depth },
      { name: "seed", value: "7" },
    ],
    metrics: [
      { name: "auc", value: auc, dataset: holdout },
      { name: "seconds", value: 3 },
    ],
    ...more,
  },
});

const facts: FactInput[] = [
  ...[frozen, moved].map((requirements): FactInput => ({
    operation: "registerEnvironment",
    input: { requirements, pythonVersion: "3.11" },
  })),
  ...[before, after].map((sha): FactInput => ({
    operation: "registerCodeCommit",
    input: { repository, sha, dirty: false },
  })),
  trained({ id: "r1", sha: before, requirements: frozen, data: "1", from: "1", depth: "3", auc: 0.7421 }),
  trained({ id: "r2", sha: after, requirements: moved, data: "2", from: "2", depth: "6", auc: 0.7861 }),
  { operation: "recordRun", input: { namespace, externalId: "bare", status: "COMPLETED" } },
  version("1", { producedBy: { namespace, externalId: "r1" } }),
  version("2", { producedBy: { namespace, externalId: "r2" } }),
  version("bare", { producedBy: { namespace, externalId: "bare" } }),
  version("copy", { derivedFrom: [{ namespace, model: "m", version: "2" }] }),
  version("copy-of-copy", { derivedFrom: [{ namespace, model: "m", version: "copy" }] }),
  version("orphan", {}),
  {
    operation: "setModelAlias",
    input: { namespace, model: "m", alias: "champion", version: "2", allowUnregistered: true },
  },
];
beforeAll(async () => {
  await client.start();
  await client.record(...facts);
});
afterAll(() => client.close());

const fields = `
  data { change role dataset { name } left { version } right { version } }
  models { change role model { name } left { version } right { version } }
  code { same left { sha } right { sha } compareUrl }
  environment { same left { pythonVersion } right { pythonVersion } }
  packages { change name left right } parameters { change name left right } metrics { change name left right difference } notCompared`;
const ofModels = `query($left: ModelVersionRefInput!, $right: ModelVersionRefInput!) { modelComparison(left: $left, right: $right) { left { version } right { version } ${fields} } }`;
const models = async (left: object, right: object): Promise<object> =>
  (
    await client.answer<{ modelComparison: object }>(ofModels, {
      left: { namespace, model: "m", ...left },
      right: { namespace, model: "m", ...right },
    })
  ).modelComparison;

const allOfIt = {
  data: [
    {
      change: "CHANGED",
      role: "training",
      dataset: { name: "train" },
      left: { version: "1" },
      right: { version: "2" },
    },
  ],
  models: [
    { change: "CHANGED", role: "base", model: { name: "base" }, left: { version: "1" }, right: { version: "2" } },
  ],
  code: {
    same: false,
    left: { sha: before },
    right: { sha: after },
    compareUrl: `${repository}/compare/${before}...${after}`,
  },
  environment: { same: false, left: { pythonVersion: "3.11" }, right: { pythonVersion: "3.11" } },
  packages: [
    { change: "CHANGED", name: "aiohttp", left: "3.14.5", right: "3.15.0" },
    { change: "ADDED", name: "xgboost", left: null, right: "3.0.0" },
    { change: "REMOVED", name: "aiohttp-retry", left: "2.9.1", right: null },
  ],
  parameters: [{ change: "CHANGED", name: "depth", left: "3", right: "6" }],
  metrics: [{ change: "CHANGED", name: "auc", left: 0.7421, right: 0.7861, difference: 0.044 }],
  notCompared: [],
};

test("two model versions, one by its alias: all differences and nothing else", async () => {
  expect(await models({ version: "1" }, { alias: "champion" })).toEqual({
    left: { version: "1" },
    right: { version: "2" },
    ...allOfIt,
  });
});

test("two runs are compared by the same rule", async () => {
  const { runComparison } = await client.answer<{ runComparison: object }>(
    `query($namespace: String!) { runComparison(left: { namespace: $namespace, externalId: "r1" }, right: { namespace: $namespace, externalId: "r2" }) { left { externalId } right { externalId } ${fields} } }`,
    { namespace },
  );
  expect(runComparison).toEqual({ left: { externalId: "r1" }, right: { externalId: "r2" }, ...allOfIt });
});

test("a version has no difference from itself", async () => {
  expect(await models({ version: "1" }, { version: "1" })).toMatchObject({
    data: [],
    models: [],
    code: { same: true, compareUrl: null },
    environment: { same: true },
    packages: [],
    parameters: [],
    metrics: [],
    notCompared: [],
  });
});

test("fields that are not recorded are listed as not compared", async () => {
  const noRun = "the run that produced it is not recorded, so code, packages, parameters and metrics were not compared";
  expect(await models({ version: "1" }, { version: "bare" })).toMatchObject({
    code: { same: false, left: { sha: before }, right: null, compareUrl: null },
    environment: { same: false, right: null },
    packages: [],
    notCompared: [
      "right: no commit is recorded, so code was not compared",
      "right: no environment is recorded, so packages were not compared",
    ],
  });
  expect(await models({ version: "orphan" }, { version: "orphan" })).toMatchObject({
    code: { same: false },
    notCompared: [`left: ${noRun}`, `right: ${noRun}`],
  });
});

test("a derived version inherits the data of its sources, and nothing else", async () => {
  const copied = await models({ version: "1" }, { version: "copy-of-copy" });
  expect(copied).toMatchObject({
    data: allOfIt.data,
    models: allOfIt.models,
    code: { right: null },
    packages: [],
    metrics: [
      { change: "REMOVED", name: "auc" },
      { change: "REMOVED", name: "seconds" },
    ],
  });
  expect(await models({ version: "2" }, { version: "copy" })).toMatchObject({ data: [], models: [] });
});

test("a comparison runs one statement for each level, regardless of the size of both sides", async () => {
  const { statements } = await client.ask(ofModels, {
    left: { namespace, model: "m", version: "1" },
    right: { namespace, model: "m", alias: "champion" },
  });
  expect(statements.slice().sort()).toEqual(
    [
      "code/load-commits",
      "dataset/load-snapshots",
      "environment/load-contents",
      "environment/load-environments",
      "model/find-aliased",
      "model/load-model-versions",
      "model/load-model-versions",
      "reference/find-existing",
      "run/load-inputs",
      "run/load-measures",
      "run/load-runs",
    ].sort(),
  );
});

test("unknown references are rejected", async () => {
  const { errors } = await client.ask(ofModels, {
    left: { namespace, model: "m", version: "1" },
    right: { namespace, model: "m", alias: "nobody" },
  });
  expect(errors?.[0]?.message).toMatch(/^modelVersion .*"alias":"nobody".* matches no recorded node$/);
});

describe("an endpoint at two times", () => {
  const question = `query($endpoint: EndpointRefInput!, $left: DateTime!, $right: DateTime!) { servingComparison(endpoint: $endpoint, left: $left, right: $right) {
    endpoint { name } leftAt rightAt left { trafficPercent modelVersion { version } } right { trafficPercent modelVersion { version } } comparison { left { version } right { version } parameters { name left right } }
  } }`;
  const ask = async (left: string, right: string): Promise<unknown> =>
    (
      await client.answer<{ servingComparison: unknown }>(question, {
        endpoint: { namespace, name: "api" },
        left,
        right,
      })
    ).servingComparison;
  beforeAll(() =>
    client.record(
      ...[
        ["1", "2026-01-01T00:00:00Z", 100],
        ["2", "2026-04-01T00:00:00Z", 60],
        ["bare", "2026-05-01T00:00:00Z", 60],
      ].map(([served, validFrom, trafficPercent]): FactInput => ({
        operation: "recordDeployment",
        input: {
          namespace,
          endpoint: "api",
          stage: "PRODUCTION",
          modelVersion: { namespace, model: "m", version: String(served) },
          validFrom: String(validFrom),
          trafficPercent: Number(trafficPercent),
        },
      })),
    ),
  );

  test("the versions with the largest traffic share are compared", async () => {
    expect(await ask("2026-02-01T00:00:00Z", "2026-04-02T00:00:00Z")).toEqual({
      endpoint: { name: "api" },
      leftAt: "2026-02-01T00:00:00.000Z",
      rightAt: "2026-04-02T00:00:00.000Z",
      left: [{ trafficPercent: 100, modelVersion: { version: "1" } }],
      right: [
        { trafficPercent: 40, modelVersion: { version: "1" } },
        { trafficPercent: 60, modelVersion: { version: "2" } },
      ],
      comparison: {
        left: { version: "1" },
        right: { version: "2" },
        parameters: [{ name: "depth", left: "3", right: "6" }],
      },
    });
    expect(await ask("2026-04-02T00:00:00Z", "2026-05-02T00:00:00Z")).toMatchObject({
      comparison: { left: { version: "2" }, right: { version: "bare" } },
    });
  });

  test("there is no comparison if nothing served at one of the times", async () => {
    expect(await ask("2025-01-01T00:00:00Z", "2026-02-01T00:00:00Z")).toMatchObject({ left: [], comparison: null });
    const { errors } = await client.ask(question, {
      endpoint: { namespace, name: "nowhere" },
      left: "2026-01-01T00:00:00Z",
      right: "2026-01-01T00:00:00Z",
    });
    expect(errors?.[0]?.message).toBe(
      `the endpoint nowhere in ${namespace} does not exist; list the existing ones with endpoints`,
    );
  });
});
