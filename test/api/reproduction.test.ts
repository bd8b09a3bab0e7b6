import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { describeEnvironment } from "../../src/catalog/environment/environment-content.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
const { namespace } = client;
const requirements = `numpy==1.26.4\n${namespace}==1\n`;
const repository = `https://git.example/${namespace}`;
const train = { namespace, dataset: "data/train.csv", version: "1" };
const base = { namespace, model: "base", version: "1" };
const digest = `sha256:${"ab".repeat(32)}`;

const question = `query($of: NodeRefInput!) { reproduction(of: $of) {
  of { key } verdict findings { code message node { key ... on DatasetSnapshot { version } } } script
} }`;
interface Answer {
  reproduction: {
    of: { key: string };
    verdict: string;
    findings: { code: string; message: string; node: { key: string } | null }[];
    script: string;
  };
}

const facts: FactInput[] = [
  { operation: "registerEnvironment", input: { requirements, pythonVersion: null } },
  { operation: "registerCodeCommit", input: { repository, sha: "c1", dirty: false } },
  { operation: "registerDatasetSnapshot", input: { ...train, digest, uri: "s3://bucket/train.csv" } },
  { operation: "registerModelVersion", input: { ...base, artifactUri: "s3://bucket/base", artifactDigest: digest } },
  {
    operation: "recordRun",
    input: {
      namespace,
      externalId: "r1",
      status: "COMPLETED",
      command: "python train.py --depth 3",
      codeCommit: { repository, sha: "c1" },
      environment: { digest: describeEnvironment({ requirements }).digest },
      inputs: [
        { role: "training", datasetSnapshot: train },
        { role: "validation", datasetSnapshot: train },
        { role: "base", modelVersion: base },
      ],
      parameters: [{ name: "depth", value: "3" }],
      metrics: [{ name: "auc", value: 0.75, dataset: train }],
      outputSnapshots: [{ namespace, dataset: "scores", version: "1" }],
    },
  },
  {
    operation: "registerModelVersion",
    input: { namespace, model: "m", version: "1", producedBy: { namespace, externalId: "r1" } },
  },
  { operation: "setModelAlias", input: { namespace, model: "m", alias: "champion", version: "1" } },
  {
    operation: "recordDeployment",
    input: {
      namespace,
      endpoint: "api",
      stage: "PRODUCTION",
      modelVersion: { namespace, model: "m", version: "1" },
      validFrom: "2026-01-01T00:00:00Z",
    },
  },
];

beforeAll(async () => {
  await client.start();
  await client.record(...facts);
});
afterAll(() => client.close());

const ask = async (of: object): Promise<Answer["reproduction"]> =>
  (await client.answer<Answer>(question, { of })).reproduction;

test("what is fully recorded is reproducible, and its script holds all of the record", async () => {
  const { of, verdict, findings, script } = await ask({ modelVersion: { namespace, model: "m", alias: "champion" } });
  const key = `model-version:${namespace}/m@1`;
  expect([of.key, verdict, findings]).toEqual([key, "REPRODUCIBLE", []]);
  expect(script.split("\n").slice(0, 3)).toEqual([
    "#!/bin/sh",
    `# Rebuilds ${key} as run:${namespace}/r1 made it`,
    "# Written by lineage, which judges it REPRODUCIBLE",
  ]);
  for (const line of [
    `repository=${repository}`,
    "sha=c1",
    "environment=requirements",
    `requirements='numpy==1.26.4\n${namespace}==1'`,
    "command='python train.py --depth 3'",
    `parameters='{\n  "depth": "3"\n}'`,
    `metrics='{\n  "auc": 0.75\n}'`,
  ]) {
    expect(script).toContain(`\n${line}\n`);
  }
  const snapshot = `snapshot:${namespace}/data%2Ftrain.csv@1`;
  expect(script).toContain(
    `recorded_inputs() {\n  input 'model-version:${namespace}/base@1 (base)' base ${digest} s3://bucket/base\n  input '${snapshot} (training, validation)' data/train.csv ${digest} s3://bucket/train.csv\n}\n`,
  );
});

test("a run, what it made and what a deployment serves are judged by the same run", async () => {
  for (const reference of [
    { run: { namespace, externalId: "r1" } },
    { datasetSnapshot: { namespace, dataset: "scores", version: "1" } },
    { deployment: { namespace, endpoint: "api" } },
  ]) {
    const { verdict, script } = await ask(reference);
    expect([verdict, script.includes("command='python train.py --depth 3'")]).toEqual(["REPRODUCIBLE", true]);
  }
});

test("findings name their nodes; what no run made has a script that says so", async () => {
  const { verdict, findings, script } = await ask({ datasetSnapshot: train });
  expect([verdict, findings]).toEqual([
    "LOST",
    [{ code: "NO_RUN", message: "no run is known that made it; report the run with it as an output", node: null }],
  ]);
  expect(script).toContain("#   NO_RUN: no run is known that made it; report the run with it as an output\n");
  await client.record({
    operation: "recordRun",
    input: {
      namespace,
      externalId: "r2",
      status: "COMPLETED",
      inputs: [{ role: "training", datasetSnapshot: { ...train, version: "2" } }],
    },
  });
  const poor = await ask({ run: { namespace, externalId: "r2" } });
  expect([poor.verdict, poor.findings.map(({ code, node }) => [code, node?.key])]).toEqual([
    "LOST",
    [
      ["NO_COMMIT", `run:${namespace}/r2`],
      ["NO_ENVIRONMENT", `run:${namespace}/r2`],
      ["NO_COMMAND", `run:${namespace}/r2`],
      ["NO_DIGEST", `snapshot:${namespace}/data%2Ftrain.csv@2`],
    ],
  ]);
});

test("the verdict takes two statements, whatever the size of what is upstream; a moment before anything was known has nothing", async () => {
  const { statements } = await client.ask(
    `query($of: NodeRefInput!) { reproduction(of: $of) { verdict findings { code } } }`,
    { of: { run: { namespace, externalId: "r1" } } },
  );
  expect(statements).toEqual(["reference/find-existing", "reproduction/load-evidence"]);
  const { errors } = await client.ask(
    `query($of: NodeRefInput!) { reproduction(of: $of, asOf: "2020-01-01T00:00:00Z") { verdict } }`,
    { of: { run: { namespace, externalId: "r1" } } },
  );
  expect(errors?.[0]?.message).toMatch(/as of 2020-01-01T00:00:00.000Z/);
});

test.each([
  [{ codeCommit: { repository, sha: "c1" } }, /is not made by a run, so that it cannot be rebuilt/],
  [
    { dataset: { namespace, name: "data/train.csv" } },
    /^of names 2 nodes; name one of them by its key, such as snapshot:/,
  ],
  [{ run: { namespace, externalId: "nobody" } }, /matches no recorded node/],
])("%j is refused", async (of, message) => {
  const { errors } = await client.ask(question, { of });
  expect(errors?.map((error) => error.message)).toEqual([expect.stringMatching(message)]);
});
