import { randomBytes } from "node:crypto";
import { type CliResult, runCli } from "../support/run-cli.js";
import { startTestApp, type TestApp } from "../support/test-app.js";

const mark = randomBytes(6).toString("hex");
const namespace = `runs-${mark}`;
const runCount = 120;
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  await app.sendFacts(
    Array.from({ length: runCount }, (_, index) => ({
      operation: "recordRun",
      input: {
        namespace,
        externalId: `r${index}`,
        name: `try ${index}`,
        experiment: mark,
        status: index === 7 ? "FAILED" : "COMPLETED",
        startedAt: new Date(1_770_000_000_000 + index * 60_000).toISOString(),
        parameters: [
          { name: "depth", value: "6" },
          { name: "lr", value: index % 2 === 0 ? "0.1" : "=cmd" },
        ],
        metrics:
          index === 7 ? [] : [index === 3 ? { name: "auc", text: "NaN" } : { name: "auc", value: index / 1_000 }],
      },
    })),
  );
});
afterAll(() => app.close());
const lineage = (...words: readonly string[]): Promise<CliResult> =>
  runCli(["runs", "--experiment", mark, ...words], { LINEAGE_URL: app.url });

test("best first by a metric; parameters that differ are columns, common ones are listed once", async () => {
  const { code, stdout } = await lineage("--sort", "metric:auc", "--limit", "2");
  const [headline, , columns, best, second] = stdout.split("\n");
  expect([code, headline]).toEqual([0, `${runCount} runs of experiment ${mark}`]);
  expect(columns?.split(/ {2,}/)).toEqual(["RUN", "STATUS", "STARTED", "METRIC:AUC", "PARAM:LR", "ID"]);
  expect([best?.split(/ {2,}/), second?.split(/ {2,}/)]).toEqual([
    ["try 119", "completed", "2026-02-02T04:39:00Z", "0.119", "=cmd", "r119"],
    ["try 118", "completed", "2026-02-02T04:38:00Z", "0.118", "0.1", "r118"],
  ]);
  expect(stdout).toContain("Same in all runs: depth = 6.\n\nShowing 2 of 120.");
});

test("all runs over several pages, NaN after the numbers and runs without the metric last", async () => {
  const { stdout } = await lineage("--sort", "metric:auc", "--ascending", "--all", "--format", "json");
  const { runs }: { runs: { externalId: string }[] } = JSON.parse(stdout);
  expect(new Set(runs.map(({ externalId }) => externalId)).size).toBe(runCount);
  expect([runs[0], runs.at(-2), runs.at(-1)].map((run) => run?.externalId)).toEqual(["r0", "r3", "r7"]);
});

test("CSV without formulas, with the requested columns only", async () => {
  const { stdout } = await lineage("--param", "lr==cmd", "--status", "failed", "--format", "csv");
  const [columns, ...rows] = stdout.trimEnd().split("\r\n");
  expect(columns).toBe("run,status,started,param:depth,param:lr,id,experiment,ended,by,commit,key,stub");
  expect(rows).toEqual([expect.stringContaining(",6,'=cmd,r7,")]);
});

test.each([
  [["--sort", "auc"], "Expected metric:<name>"],
  [["--status", "great"], '"great" is not one of scheduled'],
  [["--param", "lr"], "Expected name=value"],
])("%j is rejected", async (words, message) => {
  expect(await lineage(...words)).toEqual(
    expect.objectContaining({ code: 1, stdout: "", stderr: expect.stringContaining(message) }),
  );
});
