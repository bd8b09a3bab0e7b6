import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fixtures } from "../import/mlflow/read-store.js";
import { runCli } from "../support/run-cli.js";
import { startTestApp, type TestApp } from "../support/test-app.js";

/** The parts of expected.json that are queried here through GraphQL. */
interface Expected {
  readonly snapshots: readonly {
    readonly id: string;
    readonly name: string;
    readonly digest: string;
    readonly dependents: { readonly anyRole: string[] };
    readonly champions: { readonly anyRole: string[] };
  }[];
  readonly modelVersions: readonly {
    readonly id: string;
    readonly name: string;
    readonly version: number;
    readonly aliases: string[];
    readonly run: string | null;
    readonly params: Record<string, string>;
    readonly finalMetrics: Record<string, number | string>;
    readonly upstream: {
      readonly runs: string[];
      readonly loggedModels: string[];
      readonly snapshots: string[];
      readonly commits: string[];
      readonly environments: string[];
    };
  }[];
}

interface Named {
  readonly kind: string;
  readonly key: string;
  readonly version?: string;
  readonly sha?: string;
  readonly externalId?: string;
  readonly model?: { readonly name: string };
  readonly dataset?: { readonly name: string };
}
interface Report {
  readonly kinds: Record<
    string,
    { readonly new: number; readonly changed: number; readonly unchanged: number; readonly rejected: number }
  >;
  readonly problemCount: number;
}

const expected: Expected = JSON.parse(readFileSync(join(fixtures, "expected.json"), "utf8"));
const registered = new Set(expected.modelVersions.map(({ name }) => name));
const namespace = `mlflow-${randomUUID()}`;
const store = join(fixtures, "mlflow.db");
const sorted = (values: Iterable<string>): string[] => [...values].sort();
const identity =
  "kind key ... on DatasetSnapshot { dataset { name } version } ... on ModelVersion { model { name } version } ... on CodeCommit { sha } ... on Run { externalId }";

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  const { code, report } = await importStore("first");
  // An input without a run, and a version of unknown origin.
  expect([code, report.problemCount]).toEqual([2, 2]);
});
afterAll(() => app.close());

async function importStore(
  principal: string,
  ...options: readonly string[]
): Promise<{ code: number | null; report: Report }> {
  const words = [
    "import",
    "mlflow",
    store,
    "--namespace",
    namespace,
    "--deployed-alias",
    "champion",
    "--json",
    "--as",
    `${namespace}-${principal}`,
    ...options,
  ];
  const { code, stdout } = await runCli(words, { LINEAGE_URL: app.url });
  return { code, report: JSON.parse(stdout) };
}

/** In the ids of expected.json. */
function idOf({ kind, dataset, version, model, sha, externalId }: Named): string {
  switch (kind) {
    case "DATASET_SNAPSHOT":
      return `dataset:${dataset?.name}@${version}`;
    case "CODE_COMMIT":
      return sha ?? "";
    case "RUN":
      return `run:${externalId}`;
    case "MODEL_VERSION":
      return registered.has(model?.name ?? "") ? `version:${model?.name}/${version}` : `logged_model:${version}`;
    default:
      return kind;
  }
}

test("every record is imported; the input without a run that mlflow gc left and the version of unknown origin are reported", async () => {
  const { code, report } = await importStore("counting");
  const total = Object.fromEntries(Object.entries(report.kinds).map(([kind, counts]) => [kind, counts.unchanged]));
  expect(total).toEqual({
    snapshots: 28,
    commits: 17,
    environments: 10,
    runs: 42,
    "model versions": 51,
    aliases: 11,
    deployments: 7,
  });
  expect(code).toBe(2);
});

test("for each snapshot, the registered versions that depend on it in any role; the champions among them serve production", async () => {
  const found: unknown[] = [];
  for (const { id, name, digest } of expected.snapshots) {
    const { impact } = await app.ask<{
      impact: { affected: { edges: { node: { severity: string; node: Named } }[] } };
    }>(
      `query Impact($of: NodeRefInput!) { impact(of: [$of]) { affected(kinds: [MODEL_VERSION], first: 100) { edges { node { severity node { ${identity} } } } } } }`,
      { of: { datasetSnapshot: { namespace, dataset: name, version: digest } } },
    );
    const versions = impact.affected.edges
      .map(({ node }) => ({ severity: node.severity, id: idOf(node.node) }))
      .filter((version) => version.id.startsWith("version:"));
    found.push({
      id,
      dependents: sorted(versions.map((version) => version.id)),
      champions: sorted(
        versions.filter(({ severity }) => severity === "SERVING_PRODUCTION").map((version) => version.id),
      ),
    });
  }
  expect(found).toEqual(
    expected.snapshots.map(({ id, dependents, champions }) => ({
      id,
      dependents: sorted(dependents.anyRole),
      champions: sorted(champions.anyRole),
    })),
  );
});

test("for each version, its upstream runs, logged models, snapshots and commits", async () => {
  const found: unknown[] = [];
  for (const { id, name, version } of expected.modelVersions) {
    const { lineage } = await app.ask<{ lineage: { nodes: { node: Named }[]; completeness: { status: string } } }>(
      `query Upstream($of: NodeRefInput!) { lineage(of: [$of], direction: UPSTREAM, limit: 200) { nodes { node { ${identity} } } completeness { status } } }`,
      { of: { modelVersion: { namespace, model: name, version: String(version) } } },
    );
    const ids = (prefix: string): string[] =>
      sorted(lineage.nodes.map(({ node }) => idOf(node)).filter((each) => each.startsWith(prefix)));
    const commits = sorted(lineage.nodes.flatMap(({ node }) => (node.sha === undefined ? [] : [node.sha])));
    found.push({
      id,
      status: lineage.completeness.status,
      runs: ids("run:"),
      loggedModels: ids("logged_model:"),
      snapshots: ids("dataset:"),
      commits,
    });
  }
  expect(found).toEqual(
    expected.modelVersions.map(({ id, upstream: { runs, loggedModels, snapshots, commits } }) => ({
      id,
      status: "COMPLETE",
      runs: sorted(runs),
      loggedModels: sorted(loggedModels),
      snapshots: sorted(snapshots),
      commits: sorted(commits),
    })),
  );
});

test("for each version, its aliases and the parameters and metrics of its own run", async () => {
  interface Answer {
    readonly modelVersion: {
      readonly aliases: string[];
      readonly producedBy: {
        readonly externalId: string;
        readonly parameters: { name: string; value: string }[];
        readonly metrics: { name: string; value: number | null; text: string; dataset: Named | null }[];
      } | null;
    } | null;
  }
  const found: unknown[] = [];
  for (const { id, name, version } of expected.modelVersions) {
    const { modelVersion } = await app.ask<Answer>(
      `query Version($namespace: String!, $model: String!, $version: String!) { modelVersion(namespace: $namespace, model: $model, version: $version) {
        aliases producedBy { externalId parameters { name value } metrics { name value text dataset { key } } } } }`,
      { namespace, model: name, version: String(version) },
    );
    const run = modelVersion?.producedBy;
    const ownMetrics = (run?.metrics ?? []).filter(({ dataset }) => dataset === null);
    found.push({
      id,
      aliases: sorted(modelVersion?.aliases ?? []),
      run: run?.externalId ?? null,
      params: Object.fromEntries((run?.parameters ?? []).map((parameter) => [parameter.name, parameter.value])),
      finalMetrics: Object.fromEntries(ownMetrics.map((metric) => [metric.name, metric.value ?? metric.text])),
    });
  }
  expect(found).toEqual(
    expected.modelVersions.map(({ id, aliases, run, params, finalMetrics }) => ({
      id,
      aliases: sorted(aliases),
      run,
      params,
      finalMetrics,
    })),
  );
});

test("a repeated import changes nothing and creates no ledger entry", async () => {
  const { report } = await importStore("again");
  expect(Object.values(report.kinds).map((counts) => [counts.new, counts.changed, counts.rejected])).toEqual(
    Object.values(report.kinds).map(() => [0, 0, 0]),
  );
  expect(await app.ledgerEntriesOf(`${namespace}-first`)).not.toBe(0);
  expect(await app.ledgerEntriesOf(`${namespace}-again`)).toBe(0);
});
