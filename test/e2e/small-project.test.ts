import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { snapshotKey } from "../../src/core/shared/key.js";
import { createRepository } from "../support/git-project.js";
import { runCli } from "../support/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { type TestApp, startTestApp } from "../support/test-app.js";

/* A small project from training to scoring, recorded with one word before each command, and the questions about it. */

const namespace = `git.example.com/acme/small-${randomBytes(6).toString("hex")}`;
const project = temporaryFolder();
const hasPython = spawnSync("python3", ["--version"]).status === 0;
if (!hasPython) process.stdout.write("small project: there is no python3 here, so its tests are skipped\n");

let app: TestApp;
/** Keys by name: of files as they were when they were first recorded, of folders, and of the three model versions. */
const keys = new Map<string, string>();
const keyOf = (name: string): string => keys.get(name) ?? name;

/** Records a command. Returns the key of the model version that it registered, if any. */
async function record(options: string, command: string): Promise<string> {
  const words = ["record", ...options.split(" "), "--", "python3", ...command.split(" ")];
  const { code, stderr } = await runCli(words, { LINEAGE_URL: app.url }, project);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return /model-version:\S+/.exec(stderr)?.[0] ?? "";
}

function rememberFiles(...names: readonly string[]): void {
  for (const name of names) {
    const digest = createHash("sha256")
      .update(readFileSync(join(project, name)))
      .digest("hex");
    keys.set(name, snapshotKey(namespace, name, digest.slice(0, 12)));
  }
}

async function rememberFolders(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const { dataset } = await app.ask<{ dataset: { snapshots: { edges: { node: { key: string } }[] } } }>(
      "query($namespace: String!, $name: String!) { dataset(namespace: $namespace, name: $name) { snapshots(first: 1) { edges { node { key } } } } }",
      { namespace, name },
    );
    keys.set(name, dataset.snapshots.edges[0]?.node.key ?? "");
  }
}

function refOf(key: string) {
  const [, model = "", version = ""] = /\/([^/@]+)@([^@]+)$/.exec(key) ?? [];
  return { namespace, model, version };
}

async function deploy(key: string): Promise<void> {
  const modelVersion = refOf(key);
  await app.ask("mutation($input: RecordDeploymentInput!) { recordDeployment(input: $input) { key } }", {
    input: {
      namespace,
      endpoint: `${modelVersion.model}-api`,
      stage: "PRODUCTION",
      modelVersion,
      validFrom: "2026-05-02T10:00:00Z",
    },
  });
}

beforeAll(async () => {
  if (!hasPython) return;
  cpSync(join(import.meta.dirname, "../fixtures/project"), project, { recursive: true });
  createRepository(project, {}, `https://${namespace}.git`);
  app = await startTestApp();
  const training =
    "--input data/train.csv:training --params params.yaml --metrics metrics.json --output model.json --model churn";
  await record("--input raw/customers.csv --output data", "prepare.py");
  keys.set("churn 1", await record(training, "train.py --lr 0.5"));
  rememberFiles("model.json");
  await record("--input model.json --input data/test.csv:evaluation --metrics report.json", "evaluate.py");
  await record("--input model.json --input raw/new.csv --output out/scores.csv", "predict.py");
  keys.set(
    "churn-tuned",
    await record(
      "--input model.json:base --input raw/extra.csv:training --output tuned.json --model churn-tuned",
      "finetune.py",
    ),
  );
  await record("--input images --output thumbs", "thumbnails.py");
  await record("--input images/b.txt --output features.json", "features.py");
  keys.set("churn 2", await record(training, "train.py --lr 0.1"));
  rememberFiles("raw/customers.csv", "raw/extra.csv", "data/train.csv", "data/test.csv", "out/scores.csv");
  rememberFiles("images/b.txt", "features.json");
  await rememberFolders("data", "images", "thumbs");
  await deploy(keyOf("churn 1"));
  await deploy(keyOf("churn-tuned"));
}, 300_000);
afterAll(() => (hasPython ? app.close() : undefined));

/** Names of keys, for messages that can be read. */
function namesOf(found: readonly string[]): string[] {
  const names = new Map([...keys].map(([name, key]) => [key, name]));
  return found.map((key) => names.get(key) ?? key).sort();
}

interface Page {
  readonly edges: readonly { readonly node: { readonly node: { readonly key: string } } }[];
}
const pageKeys = ({ edges }: Page): string[] => edges.map(({ node }) => node.node.key);

async function affectedBy(name: string): Promise<{ names: string[]; production: number }> {
  const { impact } = await app.ask<{ impact: { affected: Page; productionDeployments: object[] } }>(
    `query($key: String!) { impact(of: [{ key: $key }]) {
      affected(first: 100, kinds: [DATASET_SNAPSHOT, MODEL_VERSION]) { edges { node { node { key } } } }
      productionDeployments { key }
    } }`,
    { key: keyOf(name) },
  );
  return { names: namesOf(pageKeys(impact.affected)), production: impact.productionDeployments.length };
}

const withPython = hasPython ? test : test.skip;

withPython(
  "what depends on the raw data: both versions, the fine-tuned model, the scores, and two models in production",
  async () => {
    expect(await affectedBy("raw/customers.csv")).toEqual({
      names: [
        "churn 1",
        "churn 2",
        "churn-tuned",
        "data",
        "data/test.csv",
        "data/train.csv",
        "model.json",
        "out/scores.csv",
      ],
      production: 2,
    });
  },
);

withPython.each([
  ["model.json", "BLOCKED"],
  ["data", "BLOCKED"],
  ["data/test.csv", "ALLOWED"],
  ["images", "ALLOWED"],
])("whether %s may be deleted: %s", async (name, verdict) => {
  const { deletionPlan } = await app.ask<{ deletionPlan: { verdict: string } }>(
    "query($key: String!) { deletionPlan(of: [{ key: $key }]) { verdict } }",
    { key: keyOf(name) },
  );
  expect(deletionPlan.verdict).toBe(verdict);
});

withPython("the fine-tuned model was made of the first version and of all that is upstream of it", async () => {
  const { lineageNode } = await app.ask<{ lineageNode: { upstream: { nodes: { node: { key: string } }[] } } }>(
    "query($key: String!) { lineageNode(ref: { key: $key }) { upstream(kinds: [DATASET_SNAPSHOT, MODEL_VERSION]) { nodes { node { key } } } } }",
    { key: keyOf("churn-tuned") },
  );
  expect(namesOf(lineageNode.upstream.nodes.map(({ node }) => node.key))).toEqual([
    "churn 1",
    "data/train.csv",
    "model.json",
    "raw/customers.csv",
    "raw/extra.csv",
  ]);
});

withPython("the two versions differ in metrics, not in data, code or parameters", async () => {
  const { modelComparison } = await app.ask<{ modelComparison: object }>(
    `query($left: ModelVersionRefInput!, $right: ModelVersionRefInput!) { modelComparison(left: $left, right: $right) {
      data { role } code { same } parameters { name } metrics { name change }
    } }`,
    { left: refOf(keyOf("churn 1")), right: refOf(keyOf("churn 2")) },
  );
  expect(modelComparison).toEqual({
    data: [],
    code: { same: true },
    parameters: [],
    metrics: [{ name: "accuracy", change: "CHANGED" }],
  });
});

withPython("a change of one image concerns what was made of the folder, and of the folder only", async () => {
  expect((await affectedBy("images/b.txt")).names).toEqual(["features.json", "images", "thumbs"]);
  expect((await affectedBy("images")).names).toEqual(["features.json", "thumbs"]);
});
