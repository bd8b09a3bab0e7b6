import { recordedServing } from "../../src/adapters/cli/import/recorded-serving.js";
import { codeOf } from "../../src/adapters/cli/import/import-mlflow.command.js";
import { FactSender } from "../../src/adapters/cli/import/fact-sender.js";
import { ImportTally } from "../../src/adapters/cli/import/import-tally.js";
import { runImport } from "../../src/adapters/cli/import/run-import.js";
import { ApiClient } from "../../src/adapters/cli/client/api-client.js";
import { openMlflowStore } from "../../src/adapters/importers/mlflow/open-mlflow-store.js";
import * as cases from "../import/mlflow/cases/database-cases.js";
import { SmallFiles } from "../import/mlflow/cases/small-files.js";
import { removeTemporaryFolders } from "../import/mlflow/temporary-store.js";
import { startTestApp, type TestApp, uniqueNamespace } from "../support/test-app.js";

const { runA, runB, modelId } = cases;
let app: TestApp;
let namespace: string;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(() => {
  namespace = uniqueNamespace();
});
afterAll(async () => {
  removeTemporaryFolders();
  await app.close();
});

interface Imported {
  readonly code: number;
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
  readonly changed: number;
}

/** What `lineage import mlflow PATH --deployed-alias ALIAS` does. */
async function importOnce(path: string, alias: string | null = "champion"): Promise<Imported> {
  const api = new ApiClient({ url: app.url, principal: "importer" });
  const store = await openMlflowStore(path, {
    namespace,
    deployedAliases: alias === null ? [] : [{ alias, stage: "PRODUCTION" }],
    recorded: recordedServing(api),
  });
  const tally = new ImportTally(Infinity);
  const { signal: stopped } = new AbortController();
  const events = { onOutcomes: tally.addOutcomes.bind(tally), onRetry: () => undefined };
  const sender = new FactSender(api, events, stopped);
  const end = await runImport({ store, tally, sender, stopped, onBatch: () => undefined });
  store.close();
  if (end.kind === "failed") throw end.error;
  return {
    code: codeOf({ server: { url: app.url, principal: null }, tally, end }),
    problems: tally.problems.map(({ id, why }) => `${id}: ${why}`),
    warnings: tally.warnings.map(({ id, why }) => `${id}: ${why}`),
    changed: [...tally.kinds.values()].reduce((sum, kind) => sum + kind.new + kind.changed, 0),
  };
}

/** Imports a step, and again, which changes nothing. */
async function importStep(path: string | undefined, alias: string | null = "champion"): Promise<Imported> {
  const imported = await importOnce(path ?? "", alias);
  expect((await importOnce(path ?? "", alias)).changed).toBe(0);
  return imported;
}

/** The deployments at the endpoint `m`, oldest first, as `version state`. */
async function history(): Promise<string[]> {
  interface Answer {
    endpoint: { history: { edges: { node: { state: string; modelVersion: { version: string } } }[] } } | null;
  }
  const { endpoint } = await app.ask<Answer>(
    'query History($namespace: String!) { endpoint(namespace: $namespace, name: "m") { history { edges { node { state modelVersion { version } } } } } }',
    { namespace },
  );
  return (endpoint?.history.edges ?? []).map(({ node }) => `${node.modelVersion.version} ${node.state}`).reverse();
}

async function run(externalId: string): Promise<Record<string, unknown> | null> {
  const { run } = await app.ask<{ run: Record<string, unknown> | null }>(
    `query Run($namespace: String!, $externalId: String!) { run(namespace: $namespace, externalId: $externalId) {
      name experiment status endedAt deletedAtSource by tags { name value } metrics { name value dataset { label } } inputs { role node { label } } } }`,
    { namespace, externalId },
  );
  return run;
}

async function version(number: string): Promise<Record<string, unknown> | null> {
  const { modelVersion } = await app.ask<{ modelVersion: Record<string, unknown> | null }>(
    `query Version($namespace: String!, $version: String!) { modelVersion(namespace: $namespace, model: "m", version: $version) {
      artifactUri aliases producedBy { externalId } upstream { nodes { depth node { label } } } } }`,
    { namespace, version: number },
  );
  return modelVersion;
}

test("01: an alias that moved back is followed by one more deployment; a description starts none", async () => {
  const [first, second, third, described] = cases.aliasMovedBack();
  await importStep(first);
  expect(await history()).toEqual(["1 ACTIVE"]);
  await importStep(second);
  expect(await history()).toEqual(["1 SUPERSEDED", "2 ACTIVE"]);
  await importStep(third);
  expect(await history()).toEqual(["1 SUPERSEDED", "2 SUPERSEDED", "1 ACTIVE"]);
  await importStep(described);
  // A store of an earlier moment changes nothing either.
  await importStep(second);
  expect(await history()).toEqual(["1 SUPERSEDED", "2 SUPERSEDED", "1 ACTIVE"]);
  expect(await version("1")).toMatchObject({ aliases: ["champion"] });
});

test("01: a rollback is not undone by an alias that remained; an alias that moved away and back is followed", async () => {
  const [first, second] = cases.aliasMovedBack();
  await importOnce(first ?? "");
  await importOnce(second ?? "");
  await app.ask(
    'mutation Back($endpoint: EndpointRefInput!) { rollback(input: { endpoint: $endpoint, reason: "worse" }) { __typename } }',
    { endpoint: { namespace, name: "m" } },
  );
  expect(await history()).toEqual(["1 SUPERSEDED", "2 ROLLED_BACK", "1 ACTIVE"]);
  await importStep(second);
  expect(await history()).toEqual(["1 SUPERSEDED", "2 ROLLED_BACK", "1 ACTIVE"]);
});

test("02: versions are linked by their source, and one of unknown origin is reported", async () => {
  const { code, problems } = await importStep(cases.versionsWithoutRun()[0]);
  expect([code, problems]).toEqual([
    2,
    ["m/3: its source s3://elsewhere/x names no run or model of the store; the origin of the version is unknown"],
  ]);
  expect(await version("1")).toMatchObject({
    producedBy: null,
    upstream: { nodes: expect.arrayContaining([{ depth: 1, node: { label: `1/clf@${modelId}` } }]) },
  });
  expect(await version("2")).toMatchObject({ producedBy: { externalId: runA } });
  const { impact, deletionPlan } = await app.ask<{
    impact: { affected: { edges: { node: { node: { label: string } } }[] } };
    deletionPlan: { verdict: string };
  }>(
    `query Impact($of: [NodeRefInput!]!) { impact(of: $of) { affected(kinds: [MODEL_VERSION], minSeverity: SERVING_PRODUCTION) { edges { node { node { label } } } } }
      deletionPlan(of: $of) { verdict } }`,
    { of: [{ datasetSnapshot: { namespace, dataset: "train", version: "d1" } }] },
  );
  expect(impact.affected.edges.map(({ node }) => node.node.label)).toEqual(["m@1"]);
  expect(deletionPlan.verdict).toBe("BLOCKED");
});

test("03: a run that was resumed, and one that was restored", async () => {
  const [first, second] = cases.resumedAndRestored();
  await importStep(first, null);
  expect(await run(runA)).toMatchObject({ status: "FAILED" });
  expect(await run(runB)).toMatchObject({ status: "ABORTED", deletedAtSource: true });
  await importStep(second, null);
  const completed = { status: "COMPLETED", deletedAtSource: false, endedAt: "2023-11-14T22:13:29.000Z" };
  expect([await run(runA), await run(runB)]).toMatchObject([completed, completed]);
  await importStep(first, null);
  expect(await run(runA)).toMatchObject(completed);
});

test("04: runs and experiments have their newest names, and a logged model remains one", async () => {
  const [first, second, third] = cases.renamed();
  await importStep(first, null);
  await importStep(second, null);
  expect(await run(runA)).toMatchObject({ experiment: "zz-after", name: "zz new" });
  await importStep(third, null);
  expect(await run(runA)).toMatchObject({ experiment: "aa-later", name: "zz new" });
  const { upstream } = (await version("1")) as { upstream: { nodes: { node: { label: string } }[] } };
  expect(upstream.nodes.filter(({ node }) => node.label.includes(modelId))).toHaveLength(1);
});

test("05: nothing is concluded from a version that was made again", async () => {
  const [first, second] = cases.modelMadeAgain();
  await importStep(first);
  const { code, problems } = await importStep(second);
  expect(code).toBe(2);
  expect(problems).toEqual([
    `m/1: m@1 is recorded as made by run ${runA} from s3://b/1, but the store contains a version made by run ${runB} from s3://b/2 under the same name; it was probably deleted and made again. The store's version, its aliases and its deployments are omitted`,
    "m@champion: it names version 1, which is not the recorded version; the alias is omitted",
  ]);
  expect(await version("1")).toMatchObject({ artifactUri: "s3://b/1", producedBy: { externalId: runA } });
  expect(await history()).toEqual(["1 ACTIVE"]);
  expect(await run(runB)).toMatchObject({ inputs: [{ role: "training", node: { label: "train@d2" } }] });
});

test("06: the newest version in a stage serves; without one, nothing does", async () => {
  const [both, archived, again] = cases.stages();
  expect(await importStep(both, "Production")).toMatchObject({ code: 0, problems: [] });
  expect(await history()).toEqual(["2 ACTIVE"]);
  expect(await importStep(archived, "Production")).toMatchObject({ code: 0, problems: [] });
  expect(await history()).toEqual(["2 RETIRED"]);
  await importStep(again, "Production");
  expect(await history()).toEqual(["2 RETIRED", "1 ACTIVE"]);
});

test("07: a changed user is a warning, and the rest of the run is recorded", async () => {
  const [first, second] = cases.changedTag();
  await importStep(first, null);
  const { code, problems, warnings } = await importStep(second, null);
  expect([code, problems]).toEqual([0, []]);
  expect(warnings).toEqual([expect.stringMatching(new RegExp(`^${runA}: .*"ana".*"ben"`))]);
  expect(await run(runA)).toMatchObject({
    by: "ana",
    metrics: [{ name: "late", value: 1 }],
    tags: [{ name: "team", value: "credit" }],
    inputs: [{ role: "training", node: { label: "test@d7" } }],
  });
});

test("13: another location of the same data is a warning, whatever the order of experiments", async () => {
  const files = new SmallFiles();
  const dataset = "1".repeat(32);
  files.experiment("500", "first");
  files.run("500", runA);
  files.dataset("500", dataset, "/home/ana/t.csv");
  files.use("500", runA, dataset);
  await importStep(files.path, null);
  files.experiment("100", "later");
  files.run("100", runB);
  files.dataset("100", dataset, "/home/ben/t.csv");
  files.use("100", runB, dataset);
  const { code, problems, warnings } = await importStep(files.path, null);
  expect([code, problems, warnings]).toEqual([0, [], [expect.stringContaining("/home/ben/t.csv")]]);
  expect(await run(runB)).toMatchObject({ inputs: [{ node: { label: "train@d1" } }] });
});
