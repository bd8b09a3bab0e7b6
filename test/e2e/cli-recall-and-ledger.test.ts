import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { type CliResult, runCli } from "../support/run-cli.js";
import { type TestApp, startTestApp } from "../support/test-app.js";

const mark = randomBytes(6).toString("hex");
const namespace = `acme-${mark}`;
const model = `churn-${mark}`;
const folder = mkdtempSync(join(tmpdir(), "lineage-cli-recall-"));
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  const modelVersion = { namespace, model, version: "1" };
  const response = await app.sendFacts([
    {
      operation: "recordRun",
      input: {
        namespace,
        externalId: `run-${mark}`,
        status: "COMPLETED",
        inputs: [{ role: "training", datasetSnapshot: { namespace, dataset: `data-${mark}`, version: "1" } }],
      },
    },
    {
      operation: "registerModelVersion",
      input: { ...modelVersion, producedBy: { namespace, externalId: `run-${mark}` } },
    },
    {
      operation: "recordDeployment",
      input: {
        namespace,
        endpoint: `api-${mark}`,
        stage: "PRODUCTION",
        modelVersion,
        validFrom: "2026-05-01T00:00:00Z",
      },
    },
  ]);
  expect(JSON.stringify(await response.json())).not.toContain("REJECTED");
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const lineage = (...words: string[]): Promise<CliResult> => runCli(words, { LINEAGE_URL: app.url });

test("a recall from opening to closing on the command line", async () => {
  const opened = await lineage(
    "recall",
    "open",
    `data-${mark}@1`,
    "--reason",
    "labels | shuffled",
    "--format",
    "json",
    "--as",
    "ada",
  );
  expect([opened.code, opened.stderr]).toEqual([0, ""]);
  const { id } = JSON.parse(opened.stdout) as { id: string };
  const report = await lineage("recall", "show", id, "--format", "markdown");
  expect(report.code).toBe(3);
  expect(report.stdout).toContain("**Recall open: labels \\| shuffled**");
  expect(report.stdout).toMatch(new RegExp(`open \\| ${model}@1 at api-${mark} \\| production \\| 100%`));
  expect((await lineage("recall", "list", "--open", "--limit", "500")).stdout).toContain(id);
  expect((await lineage("recall", "show", `data-${mark}@1`, "--format", "json")).stdout).toContain(id);
  const early = await lineage("recall", "close", `data-${mark}@1`);
  expect([early.code, early.stderr]).toEqual([1, expect.stringContaining("has 1 open task")]);
  const resolved = await lineage(
    "recall",
    "resolve",
    `${model}@1`,
    "at",
    `api-${mark}`,
    "--resolution",
    "retrained as 2",
  );
  expect([resolved.code, resolved.stderr]).toEqual([0, ""]);
  expect(resolved.stdout).toContain("retrained as 2");
  expect((await lineage("recall", "close", id)).stdout).toContain("Recall closed");
  expect((await lineage("recall", "show", id)).code).toBe(0);
  expect(await lineage("recall", "show", "nonsense")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('nothing is named "nonsense"'),
  });
});

test("a note is shown, and found by its words", async () => {
  expect((await lineage("note", "run", `run-${mark}`, "--text", `diverges-${mark} at 0.1`)).code).toBe(0);
  expect((await lineage("show", "run", `run-${mark}`)).stdout).toContain(`diverges-${mark} at 0.1`);
  expect((await lineage("search", `diverges-${mark}`)).stdout).toContain(`run:${namespace}/run-${mark}`);
});

test("the ledger is listed by target, person, action and time", async () => {
  const entries = async (...words: string[]): Promise<{ action: string; by: string }[]> => {
    const { code, stdout, stderr } = await lineage("ledger", "list", ...words, "--format", "json");
    expect([code, stderr]).toEqual([0, ""]);
    return (JSON.parse(stdout) as { entries: { action: string; by: string }[] }).entries;
  };
  expect((await entries(`data-${mark}@1`)).map(({ action, by }) => [action, by])).toEqual([["openRecall", "ada"]]);
  expect(await entries(`deployment:${namespace}/none@1`)).toEqual([]);
  expect((await entries("run", `run-${mark}`, "--action", "addNote")).map(({ action }) => action)).toEqual(["addNote"]);
  expect(await entries(`data-${mark}@1`, "--by", "ada", "--until", "2026-01-01T00:00:00Z")).toEqual([]);
  const table = await lineage("ledger", "list", `data-${mark}@1`, "--by", "ada");
  expect(table.stdout).toMatch(
    new RegExp(
      `^1 entry, newest first\\n\\n.*\\n\\s*\\d+ +\\S+Z +ada +openRecall +snapshot:${namespace}/data-${mark}@1`,
    ),
  );
  expect(await lineage("ledger", "list", "--since", "yesterday")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("yesterday"),
  });
});

test("the ledger is exported, and every change of the export is detected", async () => {
  const file = join(folder, "ledger.ndjson");
  const exported = await lineage("ledger", "export", file);
  expect([exported.code, exported.stdout]).toEqual([
    0,
    expect.stringMatching(/^The chain is intact\. Head: \d+:[0-9a-f]{64}/),
  ]);
  const head = /Head: (\S+)/.exec(exported.stdout)?.[1] ?? "";
  expect((await lineage("ledger", "verify", file, "--head", head)).code).toBe(0);
  expect((await lineage("ledger", "verify", "--head", head)).stdout).toContain("The chain is intact");
  expect(await lineage("ledger", "export", file)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("already exists"),
  });
  const lines = readFileSync(file, "utf8").split("\n");
  const wrong = join(folder, "wrong.ndjson");
  writeFileSync(wrong, lines.toSpliced(2, 1).join("\n"));
  expect(await lineage("ledger", "verify", wrong)).toMatchObject({
    code: 3,
    stdout: expect.stringContaining("The chain is BROKEN at sequence 3"),
  });
  writeFileSync(wrong, lines.slice(0, -2).join("\n"));
  expect(await lineage("ledger", "verify", wrong)).toMatchObject({
    code: 3,
    stdout: expect.stringContaining("no closing line"),
  });
  expect(await lineage("ledger", "verify", join(folder, "none"))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("does not exist"),
  });
  expect(await lineage("ledger", "verify", file, "--head", "4711")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("Expected a head as printed by verify"),
  });
});
