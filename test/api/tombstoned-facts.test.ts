import { randomUUID } from "node:crypto";
import { listEntries } from "../../src/core/graph/ledger.statements.js";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { commitKey, modelVersionKey, runKey, snapshotKey } from "../../src/core/shared/key.js";
import { SchemaClient } from "../support/schema-client.js";

/* Facts about tombstoned content are recorded and flagged, also its registration. */
const client = new SchemaClient();
beforeAll(() => client.start());
afterAll(() => client.close());

const { namespace } = client;
const repository = `https://git.test/${namespace}`;
const sha = "a".repeat(40);
const data = { namespace, dataset: "d", version: "1" };
const model = { namespace, model: "m", version: "1" };
const requirements = `pkg-${namespace}==1.0\n`;

async function tombstone(...keys: string[]): Promise<void> {
  const targets = keys.map((key) => ({ key }));
  const { deletionPlan } = await client.answer<{ deletionPlan: { impactToken: string } }>(
    "query($of: [NodeRefInput!]!) { deletionPlan(of: $of) { impactToken } }",
    { of: targets },
  );
  const input = { targets, impactToken: deletionPlan.impactToken, reason: "asked for by the customer", override: true };
  expect(
    await client.answer("mutation($input: TombstoneInput!) { tombstone(input: $input) { status } }", { input }),
  ).toEqual({ tombstone: { status: "TOMBSTONED" } });
}

const registrations: readonly (readonly [string, FactInput, FactInput])[] = [
  [
    "a snapshot",
    { operation: "registerDatasetSnapshot", input: data },
    { operation: "registerDatasetSnapshot", input: { ...data, sizeBytes: 12 } },
  ],
  [
    "a commit",
    { operation: "registerCodeCommit", input: { repository, sha } },
    { operation: "registerCodeCommit", input: { repository, sha, branch: "main" } },
  ],
  [
    "an environment",
    { operation: "registerEnvironment", input: { requirements } },
    { operation: "registerEnvironment", input: { requirements: `# again\n${requirements}` } },
  ],
  [
    "a model version",
    { operation: "registerModelVersion", input: model },
    { operation: "registerModelVersion", input: { ...model, artifactUri: "s3://bucket/model" } },
  ],
];

test.each(registrations)(
  "registering tombstoned %s again is recorded and flagged once, with or without new fields, and the tombstone remains",
  async (_what, first, more) => {
    const [outcome] = await client.write([first]);
    const key = outcome && "key" in outcome ? outcome.key : "";
    await tombstone(key);
    const flagged = { status: "CHANGED", key, tombstoned: [key] };
    expect(await client.write([first])).toEqual([flagged]);
    expect(JSON.parse((await lastEntryAbout(key)).detail)).toMatchObject({ tombstoned: [key] });
    expect(await client.write([first])).toEqual([{ status: "UNCHANGED", key }]);
    expect((await client.write([more])).map(({ status }) => status)).not.toContain("REJECTED");
    expect(
      await client.answer("query($key: String!) { lineageNode(ref: { key: $key }) { tombstone { reason } } }", { key }),
    ).toEqual({ lineageNode: { tombstone: { reason: "asked for by the customer" } } });
  },
);

test("the mutation records the registration too, and its answer shows the tombstone", async () => {
  expect(
    await client.answer(
      "mutation($input: RegisterDatasetSnapshotInput!) { registerDatasetSnapshot(input: $input) { key tombstone { by } } }",
      { input: data },
    ),
  ).toEqual({ registerDatasetSnapshot: { key: snapshotKey(namespace, "d", "1"), tombstone: { by: "test" } } });
});

test("a tombstoned stub can be registered, and remains tombstoned", async () => {
  const [name, externalId] = [randomUUID(), randomUUID()];
  const used = { namespace, dataset: name, version: "1" };
  await client.record({
    operation: "recordRun",
    input: { namespace, externalId, status: "COMPLETED", inputs: [{ role: "training", datasetSnapshot: used }] },
  });
  const key = snapshotKey(namespace, name, "1");
  await tombstone(key);
  expect(await client.write([{ operation: "registerDatasetSnapshot", input: used }])).toEqual([
    { status: "NEW", key, tombstoned: [key] },
  ]);
});

test("a run, a deployment, a derived snapshot and an alias that refer to tombstoned content are recorded and flagged, also in the ledger", async () => {
  const [name, externalId] = [randomUUID(), randomUUID()];
  const used = { namespace, dataset: name, version: "1" };
  const made = { namespace, model: name, version: "1" };
  await client.record(
    { operation: "registerDatasetSnapshot", input: used },
    { operation: "registerCodeCommit", input: { repository, sha: "b".repeat(40) } },
    { operation: "registerModelVersion", input: made },
  );
  const [dataKey, madeKey, codeKey] = [
    snapshotKey(namespace, name, "1"),
    modelVersionKey(namespace, name, "1"),
    commitKey(repository, "b".repeat(40)),
  ];
  await tombstone(dataKey, madeKey, codeKey);
  const facts: FactInput[] = [
    {
      operation: "recordRun",
      input: {
        namespace,
        externalId,
        status: "COMPLETED",
        inputs: [{ role: "training", datasetSnapshot: used }],
        codeCommit: { repository, sha: "b".repeat(40) },
      },
    },
    {
      operation: "recordDeployment",
      input: { namespace, endpoint: name, stage: "PRODUCTION", modelVersion: made, validFrom: "2026-05-02T10:00:00Z" },
    },
    { operation: "registerDatasetSnapshot", input: { ...used, version: "2", derivedFrom: [used] } },
    { operation: "setModelAlias", input: { namespace, model: name, alias: "champion", version: "1" } },
    { operation: "registerDatasetSnapshot", input: { ...used, version: "3" } },
  ];
  expect(await client.write(facts)).toMatchObject([
    { status: "NEW", key: runKey(namespace, externalId), tombstoned: [codeKey, dataKey].sort() },
    { status: "NEW", tombstoned: [madeKey] },
    { status: "NEW", tombstoned: [dataKey] },
    // An alias is a name to follow: it never points to what is gone.
    { status: "REJECTED", message: expect.stringContaining(`${madeKey} is tombstoned`) as string },
    { status: "NEW" },
  ]);
  const again = await client.write(facts);
  expect(again.map((outcome) => ["tombstoned" in outcome, outcome.status])).toEqual(
    facts.map(({ operation }) => [false, operation === "setModelAlias" ? "REJECTED" : "UNCHANGED"]),
  );
  const { detail } = await lastEntryAbout(runKey(namespace, externalId));
  expect(JSON.parse(detail)).toMatchObject({ facts: 5, tombstoned: [codeKey, dataKey, madeKey].sort() });
  expect(
    await client.answer(
      "query($key: String!) { lineageNode(ref: { key: $key }) { downstream { totalCount } tombstone { reason } } }",
      { key: dataKey },
    ),
  ).toEqual({ lineageNode: { downstream: { totalCount: 2 }, tombstone: { reason: "asked for by the customer" } } });
});

test("a tombstoned run accepts further reports and remains tombstoned", async () => {
  const externalId = randomUUID();
  const run = (rest: object): FactInput => ({
    operation: "recordRun",
    input: { namespace, externalId, status: "RUNNING", ...rest },
  });
  await client.record(run({}));
  await tombstone(runKey(namespace, externalId));
  expect(await client.write([run({ status: "COMPLETED" })])).toEqual([
    { status: "CHANGED", key: runKey(namespace, externalId), tombstoned: [runKey(namespace, externalId)] },
  ]);
  expect(
    await client.answer(
      "query($namespace: String!, $externalId: String!) { run(namespace: $namespace, externalId: $externalId) { status tombstone { by } } }",
      { namespace, externalId },
    ),
  ).toEqual({ run: { status: "COMPLETED", tombstone: { by: "test" } } });
});

async function lastEntryAbout(key: string): Promise<{ detail: string }> {
  let found: { detail: string } | undefined;
  for (let after = 0; ;) {
    const entries = await client.graph.read(listEntries, { after, limit: 5_000 });
    found = entries.findLast(({ targets }) => targets.includes(key)) ?? found;
    const last = entries.at(-1);
    if (!last) break;
    after = last.sequence;
  }
  if (!found) throw new Error(`the ledger has no entry about ${key}`);
  return found;
}
