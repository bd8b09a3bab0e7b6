import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CliResult, runCli } from "../support/run-cli.js";
import { createRepository } from "../support/git-project.js";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.js";
import { startTestApp, type TestApp } from "../support/test-app.js";

const mark = randomBytes(6).toString("hex");
const project = temporaryFolder();
let app: TestApp;
beforeAll(async () => {
  createRepository(
    project,
    { "data/a.csv": "1\n", "data/deep/b.csv": "2\n" },
    `https://git.example.com/acme/${mark}.git`,
  );
  app = await startTestApp();
});
afterAll(() => app.close());
const lineage = (words: readonly string[], folder = project): Promise<CliResult> =>
  runCli(words, { LINEAGE_URL: app.url }, folder);
const snapshot = async (...words: readonly string[]): Promise<string> =>
  (await lineage(["snapshot", ...words])).stdout.trim();
const verdicts = async (...words: readonly string[]): Promise<{ code: number | null; verdicts: string[] }> => {
  const { code, stdout } = await lineage(["verify", ...words, "--format", "json"]);
  const { verified }: { verified: { verdict: string }[] } = JSON.parse(stdout);
  return { code, verdicts: verified.map(({ verdict }) => verdict) };
};

test("a snapshot's key consists of its location and content, from any folder of the project; a repetition is reported", async () => {
  const first = await lineage(["snapshot", "data"]);
  expect(first.stdout).toMatch(new RegExp(`^snapshot:git\\.example\\.com%2Facme%2F${mark}/data@[0-9a-f]{12}\n$`));
  expect(first.stderr).toBe("registered (2 files, 4 bytes)\n");
  const second = await lineage(["snapshot", "."], join(project, "data"));
  expect([second.stdout, second.stderr]).toEqual([
    first.stdout,
    expect.stringMatching(/^already registered \(2 files/),
  ]);
});

test("other content is another version; any content may be given a name", async () => {
  const before = await snapshot("data/a.csv");
  writeFileSync(join(project, "data/a.csv"), "3\n");
  expect(await snapshot("data/a.csv")).not.toBe(before);
  writeFiles(project, { "copy.csv": "3\n" });
  const [one, two] = [
    await lineage(["snapshot", "data/a.csv", "--name", "train"]),
    await lineage(["snapshot", "copy.csv", "--name", "train"]),
  ];
  expect([two.code, two.stdout, two.stderr]).toEqual([0, one.stdout, "already registered (1 file, 2 bytes)\n"]);
});

test("--derived-from accepts a path, a key and a name, and rejects other kinds", async () => {
  writeFiles(project, { "raw.csv": "raw", "clean.csv": "clean", "other.csv": "other" });
  const [raw, other] = [await snapshot("raw.csv"), await snapshot("other.csv", "--name", `other-${mark}`)];
  const clean = await snapshot(
    "clean.csv",
    "--derived-from",
    "raw.csv",
    "--derived-from",
    `other-${mark}@${other.split("@")[1] ?? ""}`,
    "--derived-from",
    raw,
  );
  const { lineageNode } = await app.ask<{ lineageNode: { upstream: { nodes: { node: { key: string } }[] } } }>(
    "query($k: String!) { lineageNode(ref: { key: $k }) { upstream { nodes { node { key } } } } }",
    { k: clean },
  );
  expect(lineageNode.upstream.nodes.map(({ node }) => node.key).sort()).toEqual([other, raw].sort());
  expect(await lineage(["snapshot", "clean.csv", "--derived-from", "run nothing-of-that-name"])).toEqual(
    expect.objectContaining({ code: 1, stdout: "" }),
  );
});

test("verify: as recorded, changed, missing, elsewhere", async () => {
  writeFiles(project, { "v/x.csv": "1", "elsewhere/x.csv": "1" });
  const key = await snapshot("v");
  expect(await verdicts(key)).toEqual({ code: 0, verdicts: ["OK"] });
  writeFileSync(join(project, "v/x.csv"), "2");
  expect(await verdicts(key)).toEqual({ code: 3, verdicts: ["CHANGED"] });
  rmSync(join(project, "v"), { recursive: true });
  expect(await verdicts(key)).toEqual({ code: 3, verdicts: ["MISSING"] });
  expect(await verdicts(key, "--path", "elsewhere")).toEqual({ code: 0, verdicts: ["OK"] });
});

test("verify a model version: its file and its training data; a run: all inputs and outputs", async () => {
  writeFiles(project, { "t.csv": "1" });
  const { stderr } = await lineage([
    "record",
    "--input",
    "t.csv",
    "--output",
    "m.pkl",
    "--output",
    "scores.csv",
    "--model",
    "m=m.pkl",
    "--",
    "sh",
    "-c",
    "echo m > m.pkl; echo s > scores.csv",
  ]);
  const [model = "", run = ""] = ["model-version", "run"].map(
    (kind) => new RegExp(`${kind}:[^\\s,]+`).exec(stderr)?.[0],
  );
  expect(await verdicts(model)).toEqual({ code: 0, verdicts: ["OK", "OK"] });
  writeFileSync(join(project, "scores.csv"), "other");
  expect(await verdicts(model)).toEqual({ code: 0, verdicts: ["OK", "OK"] });
  const ofRun = await verdicts(run);
  expect([ofRun.code, ofRun.verdicts.sort()]).toEqual([3, ["CHANGED", "OK", "OK"]]);
});

test("verify: data without a digest, or not on a disk, does not count as unchanged", async () => {
  const namespace = `n-${mark}`;
  await app.sendFacts([
    { operation: "registerDatasetSnapshot", input: { namespace, dataset: "none", version: "1", uri: "data/a.csv" } },
    {
      operation: "registerDatasetSnapshot",
      input: { namespace, dataset: "far", version: "1", uri: "s3://bucket/x", digest: `sha256:${"0".repeat(64)}` },
    },
    {
      operation: "registerDatasetSnapshot",
      input: { namespace, dataset: "md5", version: "1", uri: "data/a.csv", digest: "md5:abc" },
    },
  ]);
  expect(
    await Promise.all(["none", "far", "md5"].map((dataset) => verdicts(`snapshot:${namespace}/${dataset}@1`))),
  ).toEqual([
    { code: 3, verdicts: ["NO DIGEST"] },
    { code: 3, verdicts: ["MISSING"] },
    { code: 3, verdicts: ["NO DIGEST"] },
  ]);
});
