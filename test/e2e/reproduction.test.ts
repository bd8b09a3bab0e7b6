import { execFileSync, spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { digestPath } from "../../src/adapters/cli/capture/digest/content-digest.js";
import { DigestCache } from "../../src/adapters/cli/capture/digest/digest-cache.js";
import { runCli } from "../support/run-cli.js";
import { type TestApp, startTestApp, uniqueNamespace } from "../support/test-app.js";

/*
 * A typical training run: a git repository, data outside it, packages from an index, an uncommitted change. It is
 * recorded; then the script that the API returns must reproduce the recorded metrics from only the repository, the data
 * and the patch.
 */
const folder = mkdtempSync(join(tmpdir(), "lineage-rebuild-"));
const repository = join(folder, "repository");
const data = join(folder, "data");
let app: TestApp;

const sha256 = (bytes: string | Buffer): string => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
const git = (...words: string[]): string =>
  execFileSync("git", ["-C", repository, "-c", "user.name=Test", "-c", "user.email=test@example.com", ...words], {
    encoding: "utf8",
  });

const training = `import json
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
rows = np.loadtxt("data/train set.csv", delimiter=",", skiprows=1)
model = LogisticRegression(C=1.0, random_state=7).fit(rows[:, :-1], rows[:, -1])
scores = model.predict_proba(rows[:, :-1])[:, 1]
json.dump({"train": {"auc": roc_auc_score(rows[:, -1], scores)}, "mean_score": float(scores.mean())}, open("metrics.json", "w"))
`;
const counting = `import json
json.dump({"lines": sum(1 for _ in open("data/train set.csv")), "loss": float("nan")}, open("out.json", "w"))
`;

/** Data from a seeded generator: two features and a label that depends on them. */
function trainingData(): string {
  let state = 42;
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const rows = Array.from({ length: 200 }, () => {
    const [left, right] = [next(), next()];
    return [left.toFixed(6), right.toFixed(6), left + right + 0.3 * next() > 1.1 ? 1 : 0].join(",");
  });
  return ["left,right,label", ...rows, ""].join("\n");
}

/** The packages of a new virtual environment with scikit-learn, or why it could not be created. */
function installPackages(): { readonly requirements: string; readonly python: string } | { readonly missing: string } {
  const environment = join(folder, "original");
  const made = spawnSync("python3", ["-m", "venv", environment], { encoding: "utf8" });
  if (made.status !== 0)
    return { missing: `python3 -m venv does not work here: ${made.error?.message ?? made.stderr}` };
  const python = join(environment, "bin/python");
  const installed = spawnSync(python, ["-m", "pip", "install", "--quiet", "--no-compile", "scikit-learn"], {
    encoding: "utf8",
  });
  if (installed.status !== 0) return { missing: `scikit-learn cannot be installed here: ${installed.stderr}` };
  return { python, requirements: execFileSync(python, ["-m", "pip", "freeze"], { encoding: "utf8" }) };
}

beforeAll(async () => {
  app = await startTestApp();
  mkdirSync(repository);
  mkdirSync(join(data, "data"), { recursive: true });
  execFileSync("git", ["init", "--quiet", repository]);
  writeFileSync(join(repository, "train.py"), training);
  writeFileSync(join(repository, "count.py"), counting);
  writeFileSync(join(repository, ".gitignore"), "data/\nmetrics.json\n");
  git("add", ".");
  git("commit", "--quiet", "--message", "Train");
  mkdirSync(join(repository, "data"));
  writeFileSync(join(repository, "data/train set.csv"), trainingData());
  writeFileSync(join(data, "data/train set.csv"), trainingData());
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

interface Recorded {
  readonly imagesDigest?: string;
  readonly command: string;
  readonly metrics: Readonly<Record<string, number>>;
  readonly patchDigest?: string;
  readonly requirements?: string;
}

/** Records a run and its model version. Returns the verdict and the file of the script. */
async function recordRun({
  command,
  metrics,
  patchDigest,
  requirements,
  imagesDigest,
}: Recorded): Promise<{ verdict: string; script: string }> {
  const namespace = uniqueNamespace();
  // A separate commit for each, because a commit is either clean or dirty.
  git("commit", "--quiet", "--allow-empty", "--message", namespace);
  const sha = git("rev-parse", "HEAD").trim();
  // The name that `lineage record` gives a commit with changes.
  const commit = { repository, sha: patchDigest === undefined ? sha : `${sha}+${patchDigest.slice(7, 19)}` };
  const input = { namespace, dataset: "data/train set.csv", version: "1" };
  const environment =
    requirements === undefined
      ? null
      : (
          await app.ask<{ registerEnvironment: { digest: string } }>(
            "mutation ($input: RegisterEnvironmentInput!) { registerEnvironment(input: $input) { digest } }",
            { input: { requirements } },
          )
        ).registerEnvironment;
  const images = { namespace, dataset: "images", version: "1" };
  const inputs = [
    { role: "training", datasetSnapshot: input },
    ...(imagesDigest === undefined ? [] : [{ role: "images", datasetSnapshot: images }]),
  ];
  const facts = [
    ...(imagesDigest === undefined
      ? []
      : [{ operation: "registerDatasetSnapshot", input: { ...images, digest: imagesDigest } }]),
    {
      operation: "registerDatasetSnapshot",
      input: {
        ...input,
        digest: sha256(readFileSync(join(repository, "data/train set.csv"))),
        uri: "file:///laptop/train.csv",
      },
    },
    { operation: "registerCodeCommit", input: { ...commit, dirty: patchDigest !== undefined, patchDigest } },
    {
      operation: "recordRun",
      input: {
        namespace,
        externalId: "it's $(touch pwned)",
        status: "COMPLETED",
        command,
        codeCommit: commit,
        environment,
        inputs,
        parameters: [{ name: "C", value: "0.01" }],
        metrics: Object.entries(metrics).map(([name, value]) =>
          Number.isNaN(value) ? { name, text: "NaN" } : { name, value },
        ),
      },
    },
    {
      operation: "registerModelVersion",
      input: { namespace, model: "m", version: "1", producedBy: { namespace, externalId: "it's $(touch pwned)" } },
    },
  ];
  expect(await (await app.sendFacts(facts)).text()).not.toContain("REJECTED");
  const key = `model-version:${namespace}/m@1`;
  const shown = await runCli(["reproduce", key, "--format", "json"], { LINEAGE_URL: app.url });
  const printed = await runCli(["reproduce", key, "--script"], { LINEAGE_URL: app.url });
  const script = join(folder, `${randomUUID()}.sh`);
  writeFileSync(script, printed.stdout);
  return { verdict: (JSON.parse(shown.stdout) as { verdict: string }).verdict, script };
}

function runScript(script: string, environment: Readonly<Record<string, string>> = {}) {
  const work = join(folder, randomUUID());
  const result = spawnSync("sh", [script], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, WORK: work, DATA: data, ...environment },
  });
  expect(existsSync(join(work, "code/pwned"))).toBe(false);
  return { ...result, work };
}

const packages = installPackages();
const withPackages = "missing" in packages ? test.skip : test;
if ("missing" in packages) console.warn(`The rebuild with scikit-learn is not tested: ${packages.missing}`);

withPackages(
  "a run with scikit-learn, a change that was not committed and data of its own is made again, to the recorded metrics",
  async () => {
    if ("missing" in packages) return;
    writeFileSync(join(repository, "train.py"), training.replace("C=1.0", "C=0.01"));
    const patch = git("diff");
    execFileSync(packages.python, ["train.py"], { cwd: repository });
    const {
      train: { auc },
      mean_score,
    } = JSON.parse(readFileSync(join(repository, "metrics.json"), "utf8")) as {
      train: { auc: number };
      mean_score: number;
    };
    git("checkout", "--quiet", "train.py");
    const patchFile = join(folder, "change.patch");
    writeFileSync(patchFile, patch);
    const { verdict, script } = await recordRun({
      command: "python train.py",
      metrics: { "train.auc": auc, mean_score },
      patchDigest: sha256(patch),
      requirements: packages.requirements,
    });
    expect(verdict).toBe("REPRODUCIBLE");

    const { status, stdout, stderr, work } = runScript(script, { PATCH: patchFile });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("The patch: the content matches the recorded digest");
    expect(stdout).toContain("Rebuilt: 2 of 2 metrics are as recorded.");
    expect(JSON.parse(readFileSync(join(work, "code/metrics.json"), "utf8"))).toEqual({ train: { auc }, mean_score });
    expect(JSON.parse(readFileSync(join(work, "parameters.json"), "utf8"))).toEqual({ C: "0.01" });
  },
);

const lines = trainingData().split("\n").length - 1;

test("metrics that differ or are missing are reported with a separate exit code", async () => {
  const { script } = await recordRun({ command: "python3 count.py", metrics: { lines, loss: NaN } });
  const met = runScript(script, { METRICS: "out.json" });
  expect([met.status, met.stdout]).toEqual([0, expect.stringContaining("Rebuilt: 2 of 2 metrics are as recorded.")]);
  expect(met.stderr).toContain("warning: no environment is recorded");

  const unwritten = runScript(script);
  expect([unwritten.status, unwritten.stderr]).toEqual([
    2,
    expect.stringContaining("The command did not write metrics.json; name the file that it writes: METRICS=..."),
  ]);

  const again = spawnSync("sh", [script], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, WORK: met.work, DATA: data },
  });
  expect([again.status, again.stderr]).toEqual([
    1,
    expect.stringContaining("already exists; give another folder: WORK="),
  ]);

  const other = await recordRun({ command: "python3 count.py", metrics: { lines: lines + 1, recall: 0.5 } });
  const differs = runScript(other.script, { METRICS: "out.json" });
  expect([differs.status, differs.stdout]).toEqual([
    2,
    expect.stringContaining(
      `lines: recorded ${lines + 1}.0, now ${lines}.0\nrecall: recorded 0.5, now missing\nRebuilt: 0 of 2`,
    ),
  ]);
  expect(runScript(other.script, { METRICS: "out.json", TOLERANCE: "0.1" }).stdout).toContain(
    `lines: ${lines}.0, as recorded`,
  );
});

test("missing or changed data stops the script before the command", async () => {
  const { script, verdict } = await recordRun({ command: "touch ran", metrics: {} });
  expect(verdict).toBe("LOST");
  const empty = runScript(script, { DATA: join(folder, "nowhere") });
  expect([empty.status, empty.stderr]).toEqual([
    1,
    expect.stringContaining(
      `put it at ${join(folder, "nowhere/data/train set.csv")} (recorded at file:///laptop/train.csv)`,
    ),
  ]);
  const changed = join(folder, "changed");
  mkdirSync(join(changed, "data"), { recursive: true });
  writeFileSync(join(changed, "data/train set.csv"), "other\n");
  const wrong = runScript(script, { DATA: changed });
  expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringContaining(`found ${sha256("other\n")}`)]);
  expect(existsSync(join(wrong.work, "code/ran"))).toBe(false);
  const right = runScript(script);
  expect([right.status, existsSync(join(right.work, "code/ran"))]).toEqual([0, true]);
});

test("an uncommitted change must be given unchanged", async () => {
  const { script } = await recordRun({ command: "true", metrics: {}, patchDigest: sha256("the change") });
  const none = runScript(script);
  expect([none.status, none.stderr]).toEqual([
    1,
    expect.stringContaining(
      `give the file with these changes, with the digest ${sha256("the change")} (lineage record keeps it as .lineage/patches/${sha256("the change").slice(7)}.patch): PATCH=`,
    ),
  ]);
  const file = join(folder, "other.patch");
  writeFileSync(file, "another change");
  const other = runScript(script, { PATCH: file });
  expect([other.status, other.stderr]).toEqual([1, expect.stringContaining("the patch differs from the recorded one")]);
});

test("a folder's digest is checked by the rule with which it was recorded", async () => {
  const images = join(data, "images");
  mkdirSync(join(images, "größe/empty"), { recursive: true });
  mkdirSync(join(images, ".git"));
  writeFileSync(join(images, "größe/a.png"), "a");
  writeFileSync(join(images, "Z file"), "");
  writeFileSync(join(images, ".git/config"), "not data");
  symlinkSync("größe", join(images, "link"));
  symlinkSync("nowhere", join(images, "broken"));
  const { digest } = await digestPath(images, await DigestCache.open(join(folder, "digests.json")));
  const { script } = await recordRun({ command: "test -e images/link/a.png", metrics: {}, imagesDigest: digest });
  const right = runScript(script);
  expect([right.status, right.stdout]).toEqual([
    0,
    expect.stringMatching(/images@1 \(images\): the content matches the recorded digest/),
  ]);
  writeFileSync(join(images, "größe/a.png"), "b");
  const wrong = runScript(script);
  expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringMatching(/images@1 \(images\): the content differs/)]);
});
