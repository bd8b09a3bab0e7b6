import { describeEnvironment, type EnvironmentContent } from "../../../src/catalog/environment/environment-content.js";
import { exampleFacts } from "../../../src/adapters/example/example-facts.js";
import { type Fact, fact } from "../../../src/adapters/ingest/fact.js";
import { exampleGraph, keyOfSnapshot, keyOfVersion, reach } from "./example-graph.js";

type InputOf<Operation extends Fact["operation"]> = Extract<Fact, { operation: Operation }>["input"];

const graph = exampleGraph();
const facts = exampleFacts().map((given) => fact.parse(given));
const runs = facts.filter((given) => given.operation === "recordRun").map(({ input }) => input);
const environments = facts
  .filter((given) => given.operation === "registerEnvironment")
  .map(({ input }) => describeEnvironment(input));
const deployments = facts.filter((given) => given.operation === "recordDeployment").map(({ input }) => input);

const lake = (dataset: string, version: string): string =>
  keyOfSnapshot({ namespace: "s3://acme-lake", dataset, version });
const warehouse = (dataset: string, version: string): string =>
  keyOfSnapshot({ namespace: "postgres://warehouse:5432", dataset, version });
const version = (model: string, number: string): string => keyOfVersion({ namespace: "acme", model, version: number });
const downstream = (key: string): string[] => [...reach(graph, key, "downstream")];
const versionsReached = (key: string): string[] =>
  downstream(key)
    .filter((reached) => reached.startsWith("model-version:"))
    .sort();
const aucOf = (run: InputOf<"recordRun">): number | null | undefined =>
  run.metrics?.find(({ name }) => name === "auc")?.value;

function runOf(externalId: string): InputOf<"recordRun"> {
  const found = runs.find((run) => run.externalId === externalId);
  if (found === undefined) throw new Error(`the example has no run ${externalId}`);
  return found;
}

function environmentOf({ externalId, environment }: InputOf<"recordRun">): EnvironmentContent {
  const found = environments.find(({ digest }) => digest === environment?.digest);
  if (found === undefined) throw new Error(`no environment of the example is that of run ${externalId}`);
  return found;
}

/** The current deployments in October: not ended, and without a later deployment with all traffic at the endpoint. */
const stillServing = deployments.filter(
  (deployment) =>
    deployment.validTo == null &&
    !deployments.some(
      (later) =>
        later.endpoint === deployment.endpoint &&
        later.validFrom > deployment.validFrom &&
        (later.trafficPercent ?? 100) === 100,
    ),
);

test("production runs credit 4, with a tenth of the traffic for 6, churn 3 and its fine-tuned version", () => {
  const inProduction = stillServing.filter(({ stage }) => stage === "PRODUCTION");
  expect(
    inProduction.map(({ endpoint, modelVersion, trafficPercent }) => [
      endpoint,
      modelVersion.model,
      modelVersion.version,
      trafficPercent ?? 100,
    ]),
  ).toEqual([
    ["credit-api", "credit-risk", "4", 100],
    ["churn-api", "churn", "3", 100],
    ["churn-small-business-api", "churn-small-business", "1", 100],
    ["credit-api", "credit-risk", "6", 10],
  ]);
  const elsewhere = stillServing.filter(({ stage }) => stage !== "PRODUCTION");
  expect(elsewhere.map(({ stage, modelVersion }) => [stage, modelVersion.model, modelVersion.version])).toEqual([
    ["STAGING", "credit-risk", "6"],
    ["SHADOW", "credit-risk-lite", "1"],
  ]);
});

test("all production models depend on the customers of March", () => {
  const reached = downstream(warehouse("core.customers", "2026-03-30"));
  for (const { modelVersion } of stillServing) expect(reached).toContain(keyOfVersion(modelVersion));
  expect(reached.filter((key) => key.startsWith("deployment:"))).toHaveLength(9);
});

test("January's app events affect only churn 1, which no longer serves", () => {
  expect(versionsReached(lake("raw/app-events", "2026-01"))).toEqual([version("churn", "1")]);
  expect(stillServing.map(({ modelVersion }) => keyOfVersion(modelVersion))).not.toContain(version("churn", "1"));
});

test("last year's bureau reports affect the credit versions before 4, including the rollback target", () => {
  expect(versionsReached(lake("raw/bureau-reports", "2025-q4"))).toEqual(
    ["1", "2", "3"].map((number) => version("credit-risk", number)),
  );
});

test("only a failed run used the truncated delivery; no run used the clickstream", () => {
  expect(downstream(lake("raw/bureau-reports", "2026-q1-truncated"))).toEqual([
    "run:acme/features-credit-2026-04-try-1",
  ]);
  expect(runOf("features-credit-2026-04-try-1").status).toBe("FAILED");
  expect(downstream(lake("raw/clickstream", "2026-02"))).toEqual([]);
  expect(graph.nodes.has(lake("raw/clickstream", "2026-02"))).toBe(true);
});

test("version 3 differs from version 2 only in its packages and its calibration", () => {
  const [second, third] = [runOf("credit-boosting-d6"), runOf("credit-retrain-2026-04")];
  const alike = ({ codeCommit, inputs, parameters, command }: InputOf<"recordRun">) => ({
    codeCommit,
    inputs,
    parameters,
    command,
  });
  expect(alike(third)).toEqual(alike(second));
  const packagesOf = (run: InputOf<"recordRun">): string[] =>
    environmentOf(run).packages.map(({ name, version: pinnedTo }) => `${name} ${pinnedTo}`);
  expect(packagesOf(third).filter((installed) => !packagesOf(second).includes(installed))).toEqual([
    "joblib 1.5.2",
    "scikit-learn 1.7.2",
    "scipy 1.16.2",
    "threadpoolctl 3.6.0",
  ]);
  expect(packagesOf(third)).toHaveLength(packagesOf(second).length);
  const errorOf = ({ metrics }: InputOf<"recordRun">): number =>
    metrics?.find(({ name }) => name === "calibration_error")?.value ?? NaN;
  expect(errorOf(third)).toBeGreaterThan(4 * errorOf(second));
});

test("version 3 was rolled back, and version 2 serves again from then on", () => {
  const credit = deployments.filter(({ endpoint }) => endpoint === "credit-api");
  const rolledBack = credit.find(({ endReason }) => endReason === "ROLLED_BACK");
  expect(rolledBack?.modelVersion.version).toBe("3");
  const next = credit.find(({ validFrom }) => validFrom === rolledBack?.validTo);
  expect(next?.modelVersion.version).toBe("2");
  expect(credit.filter(({ modelVersion }) => modelVersion.version === "2")).toHaveLength(2);
});

test("the best run of the credit experiment is unreliable: uncommitted changes, unpinned packages, and poor results on thin files", () => {
  const ranked = runs
    .filter(({ experiment }) => experiment === "credit-risk")
    .sort((left, right) => (aucOf(right) ?? 0) - (aucOf(left) ?? 0));
  expect(ranked.slice(0, 3).map(({ externalId }) => externalId)).toEqual([
    "credit-target-encoding",
    "credit-feedback-2026-09",
    "credit-calibrated-2026-05",
  ]);
  expect(ranked).toHaveLength(11);
  expect(new Set(ranked.map(({ status }) => status))).toEqual(new Set(["COMPLETED", "FAILED", "ABORTED"]));
  const dirty = facts
    .filter((given) => given.operation === "registerCodeCommit")
    .find(({ input }) => input.dirty)?.input;
  expect(ranked[0]?.codeCommit).toEqual({ repository: dirty?.repository, sha: dirty?.sha });
  expect(environmentOf(runOf("credit-target-encoding")).pinned).toBe(false);
  expect(environments.filter(({ pinned }) => !pinned)).toHaveLength(1);
  expect(aucOf(runOf("evaluate-credit-5-thin-file"))).toBeLessThan(aucOf(runOf("evaluate-credit-4-thin-file")) ?? 0);
});

test("version 4's decisions in production are upstream of version 6, not of version 4", () => {
  expect(versionsReached(version("credit-risk", "4"))).toEqual(
    [version("credit-risk-lite", "1"), version("credit-risk", "6")].sort(),
  );
});

test("the search has four candidates, one of which failed and one of which was stopped", () => {
  const candidates = runs.filter(({ parent }) => parent?.externalId === "credit-search-2026-02");
  expect(candidates.map(({ status }) => status).sort()).toEqual(["ABORTED", "COMPLETED", "COMPLETED", "FAILED"]);
});
