import { randomBytes } from "node:crypto";
import {
  commitKey,
  datasetKey,
  modelVersionKey,
  parseKey,
  runKey,
  snapshotKey,
  toGlobalId,
} from "../../src/core/shared/key.js";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { type CliResult, runCli, runInShell, withoutBlindSpots } from "../support/run-cli.js";
import { startTestApp, type TestApp } from "../support/test-app.js";

/*
 * A small separate company: raw -> prepare -> train -> credit 1 -> credit-api (production), and 530 more runs that
 * used the same data. Its names contain a mark that no other test uses, so that loose names are unambiguous.
 */
const mark = randomBytes(6).toString("hex");
const namespace = `acme-${mark}`;
const other = `other-${mark}`;
const [raw, train, credit] = [`raw-${mark}`, `credit/train-${mark}`, `credit-${mark}`];
const sha = `${mark}${"0".repeat(28)}`;
const repository = `https://git.example.com/${mark}`;
const manyRuns = 530;

const snapshot = (
  dataset: string,
  version: string,
  owner = namespace,
): { namespace: string; dataset: string; version: string } => ({ namespace: owner, dataset, version });
const facts: FactInput[] = [
  { operation: "registerDatasetSnapshot", input: { ...snapshot(raw, "v1"), uri: "s3://acme/raw", rowCount: 12_000 } },
  { operation: "registerDatasetSnapshot", input: snapshot(raw, "v1", other) },
  { operation: "registerDatasetSnapshot", input: snapshot(`=unused-${mark}`, "v1") },
  { operation: "registerCodeCommit", input: { repository, sha, message: "Use the new scaler" } },
  {
    operation: "recordRun",
    input: {
      namespace,
      externalId: `prepare-${mark}`,
      name: "prepare",
      status: "COMPLETED",
      inputs: [{ role: "input", datasetSnapshot: snapshot(raw, "v1") }],
      outputSnapshots: [snapshot(train, "v3")],
      codeCommit: { repository, sha },
    },
  },
  {
    operation: "recordRun",
    input: {
      namespace,
      externalId: `train-${mark}`,
      name: "train\u001b[31m",
      status: "COMPLETED",
      experiment: "credit",
      inputs: [{ role: "training", datasetSnapshot: snapshot(train, "v3") }],
      parameters: [{ name: "C", value: "0.5" }],
      metrics: [{ name: "auc", value: 0.91 }],
    },
  },
  {
    operation: "registerModelVersion",
    input: { namespace, model: credit, version: "1", producedBy: { namespace, externalId: `train-${mark}` } },
  },
  {
    operation: "setModelAlias",
    input: { namespace, model: credit, alias: "champion", version: "1", allowUnregistered: true },
  },
  {
    operation: "recordDeployment",
    input: {
      namespace,
      endpoint: `credit-api-${mark}`,
      stage: "PRODUCTION",
      modelVersion: { namespace, model: credit, version: "1" },
      validFrom: "2026-05-02T10:00:00Z",
    },
  },
  ...Array.from({ length: manyRuns }, (_, index): FactInput => ({
    operation: "recordRun",
    input: {
      namespace,
      externalId: `score-${mark}-${index}`,
      status: "COMPLETED",
      inputs: [{ role: "scoring", datasetSnapshot: snapshot(raw, "v1") }],
    },
  })),
];

let app: TestApp;
let startedAt: string;

beforeAll(async () => {
  startedAt = new Date(Date.now() - 60_000).toISOString();
  app = await startTestApp();
  const [environmentKey = ""] = await record([
    { operation: "registerEnvironment", input: { requirements: `lib-${mark}==1.5` } },
  ]);
  const environment = { digest: parseKey(environmentKey)?.version ?? "" };
  await record(facts);
  await record(
    [{ operation: "recordRun", input: { namespace, externalId: `train-${mark}`, status: "COMPLETED", environment } }],
    "CHANGED",
  );
});

/** Writes facts and returns their keys. */
async function record(batch: readonly FactInput[], expected = "NEW"): Promise<string[]> {
  const response = await fetch(`${app.url}/api/facts`, {
    method: "POST",
    headers: { "content-type": "application/x-ndjson" },
    body: batch.map((fact) => JSON.stringify(fact)).join("\n"),
  });
  const { outcomes }: { outcomes: { status: string; key: string }[] } = JSON.parse(await response.text());
  expect(outcomes.map(({ status }) => status)).toEqual(batch.map(() => expected));
  return outcomes.map(({ key }) => key);
}

afterAll(() => app.close());

const lineage = (...words: readonly string[]): Promise<CliResult> => runCli(words, { LINEAGE_URL: app.url });
/** As typed: no quotes around the spaces of a name. */
const typed = (line: string): Promise<CliResult> => lineage(...line.split(" "));

test("impact: the headline first, then severity, kind, name, hops and reason, worst first; no colours in a pipe", async () => {
  const { code, stdout, stderr } = await typed(`impact ${train}@v3`);
  const lines = withoutBlindSpots(stdout).split("\n");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(lines[0]).toBe(`1 production model depends on snapshot ${train}@v3`);
  expect(lines[1]).toBe(snapshotKey(namespace, train, "v3"));
  expect(lines[3]).toMatch(/^SEVERITY +KIND +NAME +HOPS +REASON$/);
  expect(lines.slice(4, 7).map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual([
    ["serving-production", "model-version"],
    ["serving-production", "deployment"],
    ["reproducibility", "run"],
  ]);
  expect(lines.at(-2)).toBe("The answer is complete: 3 nodes were reached.");
  expect(stdout).not.toContain("\u001b");
});

test.each([
  ["model and alias", `model ${credit}@champion`],
  ["model and version", `${credit}@1`],
  ["key", modelVersionKey(namespace, credit, "1")],
  ["global id", toGlobalId(modelVersionKey(namespace, credit, "1"))],
])("a model version is found by its %s", async (_name, name) => {
  const { code, stdout } = await typed(`show ${name}`);
  expect([code, stdout]).toEqual([0, expect.stringContaining(modelVersionKey(namespace, credit, "1"))]);
});

test("a run is found by its id, a commit by a prefix of its sha", async () => {
  const [run, commit] = await Promise.all([typed(`show run train-${mark}`), typed(`show commit ${sha.slice(0, 12)}`)]);
  expect(run.stdout).toContain(runKey(namespace, `train-${mark}`));
  expect(commit.stdout).toContain(commitKey(repository, sha));
  expect(commit.stdout).toContain("Use the new scaler");
});

test.each([
  ["a dataset is asked about with all its snapshots", datasetKey(namespace, train), `dataset ${train} (any snapshot)`],
  ["a package with all environments that install it", `package lib-${mark}`, `package lib-${mark} (any version)`],
  ["a package in some versions", `package lib-${mark}>=1,<2`, `package lib-${mark}>=1,<2`],
])("impact: %s", async (_name, name, title) => {
  const { code, stdout } = await typed(`impact ${name}`);
  expect([code, stdout.split("\n")[0]]).toEqual([0, `1 production model depends on ${title}`]);
});

test("impact: a package in versions that no environment installs is an error, not an empty answer", async () => {
  const { code, stdout, stderr } = await typed(`impact package lib-${mark}<1`);
  expect([code, stdout, stderr]).toEqual([1, "", expect.stringMatching(/^error: .*\(NOT_FOUND\)\n$/)]);
});

test("an ambiguous name lists the matches with their keys; exit code 1", async () => {
  const { code, stdout, stderr } = await typed(`impact ${raw}@v1`);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("is ambiguous. Specify one of these keys:");
  for (const owner of [namespace, other]) expect(stderr).toContain(`\n  snapshot  ${snapshotKey(owner, raw, "v1")}`);
});

test("an unknown name suggests a search; exit code 1", async () => {
  const { code, stderr } = await typed(`lineage model nothing-${mark}@champion`);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `error: nothing is named "model nothing-${mark}@champion". Search for it with: lineage search nothing-${mark}@champion\n`,
  });
});

describe("--fail-on", () => {
  test.each([
    ["what serves production", `${train}@v3 --fail-on serving-production`, 3],
    ["something worse than asked for", `${train}@v3 --fail-on registered`, 3],
    ["nothing that bad", `run score-${mark}-0 --fail-on serving-production`, 0],
    ["nothing at all", `=unused-${mark}@v1 --fail-on reproducibility`, 0],
  ])("%s", async (_name, line, expected) => {
    const { code, stderr } = await typed(`impact ${line}`);
    expect(code).toBe(expected);
    expect(stderr).toMatch(expected === 3 ? /^--fail-on .*: found serving-production\n$/ : /^$/);
  });

  test("the exit code stays 3 when the reader of the answer goes away", async () => {
    const words = ["impact", snapshotKey(namespace, raw, "v1"), "--all", "--fail-on", "serving-production"];
    expect(await runInShell('set -o pipefail; "$@" | head -1', words, { LINEAGE_URL: app.url })).toEqual({
      code: 3,
      stdout: `1 production model depends on snapshot ${raw}@v1\n`,
      stderr: "--fail-on serving-production: found serving-production\n",
    });
  });
});

describe("formats", () => {
  test("JSON contains everything in the table, and the keys", async () => {
    const json: unknown = JSON.parse((await typed(`impact ${train}@v3 --format json`)).stdout);
    expect(json).toMatchObject({
      of: { key: snapshotKey(namespace, train, "v3") },
      asOf: null,
      severity: "SERVING_PRODUCTION",
      productionModels: 1,
      totalCount: 3,
      shownCount: 3,
      completeness: { status: "COMPLETE", reachedCount: 3 },
      affected: [
        {
          severity: "SERVING_PRODUCTION",
          depth: 2,
          node: { key: modelVersionKey(namespace, credit, "1"), kind: "MODEL_VERSION" },
        },
        { severity: "SERVING_PRODUCTION" },
        { severity: "REPRODUCIBILITY" },
      ],
    });
  });

  test("CSV: one line for each node, and a name that looks like a formula is escaped", async () => {
    const [found, unused] = await Promise.all([
      typed(`impact ${train}@v3 --format csv --kinds model-version`),
      lineage("search", `unused-${mark}`, "--format", "csv"),
    ]);
    expect(found.stdout.trim().split("\r\n")).toEqual([
      "severity,kind,name,hops,reason,namespace,key,stub",
      expect.stringMatching(/^serving-production,model-version,/),
    ]);
    expect(unused.stdout).toContain(`'=unused-${mark}@v1`);
  });

  test("Markdown", async () => {
    const { stdout } = await typed(`impact ${train}@v3 --format markdown`);
    expect(stdout).toContain("**1 production model depends on snapshot credit/train-");
    expect(stdout).toContain(
      "| severity | kind | name | hops | reason |\n| --- | --- | --- | ---: | --- |\n| serving-production | model-version |",
    );
  });
});

test("a partial list is marked; --all reads all pages, each node once", async () => {
  const key = snapshotKey(namespace, raw, "v1");
  const [part, all] = await Promise.all([lineage("impact", key), lineage("impact", key, "--all", "--format", "json")]);
  expect(part.stdout).toContain(`Showing 50 of ${manyRuns + 5}. Use --limit to show more, or --all.`);
  const { affected, totalCount }: { affected: { node: { key: string } }[]; totalCount: number } = JSON.parse(
    all.stdout,
  );
  expect([totalCount, affected.length, new Set(affected.map(({ node }) => node.key)).size]).toEqual([
    manyRuns + 5,
    manyRuns + 5,
    manyRuns + 5,
  ]);
});

test("--as-of a moment before anything was recorded is an error with a code, not an empty answer", async () => {
  const { code, stdout, stderr } = await typed(`impact ${train}@v3 --as-of ${startedAt}`);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^error: .*\(NOT_FOUND\)\n$/);
});

test("lineage: upstream by default, with the given kinds and depth", async () => {
  const [up, data, down] = await Promise.all([
    typed(`lineage model ${credit}@champion`),
    typed(`lineage model ${credit}@champion --kinds snapshot --format json`),
    typed(`lineage ${train}@v3 --direction downstream --depth 1`),
  ]);
  expect(up.stdout.split("\n")[0]).toBe(`6 nodes are upstream of model version ${credit}@1`);
  const { nodes, edges }: { nodes: { depth: number; node: { key: string } }[]; edges: unknown[] } = JSON.parse(
    data.stdout,
  );
  expect(nodes.map(({ depth, node }) => [depth, node.key])).toEqual([
    [2, snapshotKey(namespace, train, "v3")],
    [4, snapshotKey(namespace, raw, "v1")],
  ]);
  expect(edges).toEqual(expect.any(Array));
  expect(down.stdout).toContain(`1 node is downstream of snapshot ${train}@v3`);
});

test("show: parameters, metrics and inputs of a run, without control characters from recorded text", async () => {
  const { stdout } = await typed(`show run train-${mark}`);
  expect(stdout).toMatch(/^ +experiment +credit$/m);
  expect(stdout).toMatch(/parameters\n +C +0\.5\n/);
  expect(stdout).toMatch(/metrics\n +auc +0\.91\n/);
  expect(stdout).toContain(`training  snapshot  ${snapshotKey(namespace, train, "v3")}`);
  expect(stdout).toContain("train\\u001b[31m");
  expect(stdout).not.toContain("\u001b");
});

test("show: every kind, as text and as JSON", async () => {
  const names = [
    snapshotKey(namespace, raw, "v1"),
    commitKey(repository, sha),
    runKey(namespace, `prepare-${mark}`),
    modelVersionKey(namespace, credit, "1"),
  ];
  const shown = await Promise.all(names.map((name) => lineage("show", name, "--format", "json")));
  const nodes: { key: string }[] = shown.map(({ stdout }) => JSON.parse(stdout));
  expect(nodes.map(({ key }) => key)).toEqual(names);
  const raws = await lineage("show", names[0] ?? "");
  expect(raws.stdout).toContain(`used by (20 of ${manyRuns + 1})`);
});

test("search: matches with their keys", async () => {
  const { code, stdout } = await typed(`search ${credit} --kinds model-version`);
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`^1 match for "${credit}"\n\nKIND +NAME +KEY\nmodel-version +${credit}@1 +`));
});
