import { type CliResult, runCli } from "../support/run-cli.js";
import { type TestApp, startTestApp, uniqueNamespace } from "../support/test-app.js";

/** The CLI against the API: differences between two model versions, two runs, and an endpoint at two times. */
const namespace = uniqueNamespace();
const repository = `https://github.com/acme/${namespace}`;
let app: TestApp;
const cli = (...words: string[]): Promise<CliResult> => runCli(words, { LINEAGE_URL: app.url });

const run = (externalId: string, version: string, sha: string, more: object) => ({
  operation: "recordRun",
  input: {
    namespace,
    externalId,
    status: "COMPLETED",
    codeCommit: { repository, sha },
    inputs: [{ role: "training", datasetSnapshot: { namespace, dataset: "train", version } }],
    ...more,
  },
});
const model = (version: string, externalId: string) => ({
  operation: "registerModelVersion",
  input: { namespace, model: "m", version, producedBy: { namespace, externalId } },
});
const deployment = (version: string, validFrom: string) => ({
  operation: "recordDeployment",
  input: {
    namespace,
    endpoint: "api",
    stage: "PRODUCTION",
    modelVersion: { namespace, model: "m", version },
    validFrom,
  },
});

beforeAll(async () => {
  app = await startTestApp();
  const sent = await app.sendFacts([
    run("r1", "2026-01", "a".repeat(40), {
      parameters: [{ name: "depth", value: "3" }],
      metrics: [
        { name: "auc", value: 0.75 },
        { name: "loss", value: 0.5 },
      ],
    }),
    run("r2", "2026-04", "b".repeat(40), {
      parameters: [
        { name: "depth", value: "6|7" },
        { name: "=new", value: "1" },
      ],
      metrics: [
        { name: "auc", value: 0.5 },
        { name: "loss", text: "NaN" },
      ],
    }),
    model("1", "r1"),
    model("2", "r2"),
    deployment("1", "2026-01-10T00:00:00Z"),
    deployment("2", "2026-04-10T00:00:00Z"),
  ]);
  expect(await sent.text()).not.toContain("REJECTED");
});
afterAll(() => app.close());

const key = (version: string): string => `model-version:${namespace}/m@${version}`;
const lines = [
  ["data", "train (training)", "changed", "train@2026-01", "train@2026-04", ""],
  ["code", "commit", "changed", "aaaaaaaaaaaa", "bbbbbbbbbbbb", ""],
  ["parameter", "depth", "changed", "3", "6|7", ""],
  ["parameter", "=new", "added", "", "1", ""],
  ["metric", "auc", "changed", "0.75", "0.5", "-0.25"],
  ["metric", "loss", "changed", "0.5", "not finite", ""],
];

test("a table, followed by the parts that could not be compared", async () => {
  const { code, stdout } = await cli("compare", key("1"), key("2"));
  expect(code).toBe(0);
  const shown = stdout.trimEnd().split("\n");
  expect(shown[0]).toBe("m@1 and m@2: 6 differences");
  expect(shown[2]).toMatch(/^WHAT +NAME +CHANGE +LEFT +RIGHT +DIFFERENCE$/);
  expect(shown.slice(3, 9).map((line) => line.split(/ {2,}/))).toEqual(
    lines.map((cells) => cells.filter((cell) => cell !== "")),
  );
  expect(shown.slice(9)).toEqual([
    "",
    `Changes between the commits: ${repository}/compare/${"a".repeat(40)}...${"b".repeat(40)}`,
    "",
    "Incomplete: left: no environment is recorded, so packages were not compared",
    "Incomplete: right: no environment is recorded, so packages were not compared",
  ]);
});

test("Markdown and CSV escape recorded text", async () => {
  const markdown = await cli("compare", key("1"), key("2"), "--format", "markdown");
  expect(markdown.stdout).toContain("**m@1 and m@2: 6 differences**");
  expect(markdown.stdout).toContain("| 6\\|7 |");
  const csv = await cli("compare", key("1"), key("2"), "--format", "csv");
  expect(csv.stdout.split(/\r?\n/)[0]).toBe("what,name,change,left,right,difference");
  expect(csv.stdout).toContain("parameter,'=new,added,,1,");
  expect(csv.stderr).toContain("Incomplete: left:");
});

test("two runs, and JSON", async () => {
  const { code, stdout } = await cli("compare", `run:${namespace}/r1`, `run:${namespace}/r2`, "--format", "json");
  expect([code, JSON.parse(stdout)]).toMatchObject([
    0,
    {
      left: { key: `run:${namespace}/r1` },
      data: [{ change: "CHANGED", role: "training", dataset: { name: "train" } }],
      metrics: [
        { name: "auc", left: 0.75, right: 0.5, difference: -0.25 },
        { name: "loss", left: 0.5, right: null, difference: null },
      ],
    },
  ]);
});

test("an endpoint at two times", async () => {
  const [before, after, early] = ["2026-02-01T00:00:00.000Z", "2026-05-01T00:00:00.000Z", "2025-01-01T00:00:00.000Z"];
  const { code, stdout } = await cli("compare", `endpoint:${namespace}/api@${before}`, `${namespace}/api@${after}`);
  expect([code, stdout.split("\n").slice(0, 3)]).toEqual([
    0,
    ["api, m@1 and m@2: 6 differences", `left, ${before}: m@1 served 100%`, `right, ${after}: m@2 served 100%`],
  ]);
  const now = await cli("compare", `${namespace}/api@${after}`, `${namespace}/api@now`);
  expect(now.stdout).toMatch(/^api, m@2 and m@2: no differences found, but the comparison is incomplete\n/);
  const nothing = await cli("compare", `${namespace}/api@${early}`, `${namespace}/api@${after}`);
  expect([nothing.code, nothing.stdout.split("\n")[0]]).toEqual([
    0,
    `Nothing served api at ${early}; there is no comparison`,
  ]);
});

test.each([
  [
    [`model-version:NAMESPACE/m@1`, "run:NAMESPACE/r1"],
    /cannot compare .* \(model-version\) with run:.* \(run\)\. Compare two model versions, two runs, or one endpoint/,
  ],
  [["NAMESPACE/nowhere@2026-01-01T00:00:00Z", "NAMESPACE/api@now"], /no endpoint is named/],
  [["model-version:NAMESPACE/m@9", "model-version:NAMESPACE/m@1"], /nothing is named "model-version:.*m@9"/],
])("%j is rejected", async (words, message) => {
  const { code, stdout, stderr } = await cli("compare", ...words.map((word) => word.replace("NAMESPACE", namespace)));
  expect([code, stdout, stderr]).toEqual([1, "", expect.stringMatching(message)]);
});

test("reproducibility: a table, and an exit code for pipelines", async () => {
  const { code, stdout } = await cli("reproduce", key("1"));
  expect([code, stdout.split("\n").slice(0, 2)]).toEqual([0, ["model version m@1: lost", key("1")]]);
  expect(stdout).toMatch(
    /\nno-environment +no environment is recorded for the run; report it as environment with recordRun\n/,
  );
  expect(stdout).toContain("It cannot be rebuilt. Use --script to print the rebuild script.");
  const judged = await cli("reproduce", key("1"), "--fail-on", "degraded");
  expect([judged.code, judged.stderr]).toEqual([3, "--fail-on degraded: the verdict is lost\n"]);
});
