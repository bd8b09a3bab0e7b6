import { nameInputFiles } from "../../../src/features/reproduction/script/input-files.js";
import { type RecordedInput, type Recipe, revisionOf } from "../../../src/features/reproduction/script/recipe.js";
import { rebuildScript } from "../../../src/features/reproduction/script/rebuild-script.js";
import { oneLine } from "../../../src/features/reproduction/script/one-line.js";

const inputNamed = (name: string, more: Partial<RecordedInput> = {}): RecordedInput => ({
  key: `snapshot:acme/${encodeURIComponent(name)}@1`,
  name,
  version: "1",
  role: "training",
  uri: null,
  digest: null,
  ...more,
});

test.each([
  ["a".repeat(40), "a".repeat(40)],
  [`${"a".repeat(40)}+0123456789ab`, "a".repeat(40)],
  ["main+1", "main+1"],
])("of the commit %s git knows %s", (sha, revision) => expect(revisionOf(sha)).toBe(revision));

test("a comment is one line, and hides nothing", () => {
  expect(oneLine("a\nb\r\u2028c\u202Ed\u001B[0m é")).toBe("a�b��c�d�[0m é");
});

test.each([
  ["data/train.csv", "data/train.csv"],
  ["/etc/passwd", "etc/passwd"],
  ["../../.ssh/id", ".ssh/id"],
  ["a//b/./c/", "a/b/c"],
  ["..", "input"],
  ["-rf", "-rf"],
])("the input %s is looked for at %s", (name, path) => {
  expect(nameInputFiles([inputNamed(name)])).toEqual([{ input: inputNamed(name), path, roles: ["training"] }]);
});

test("two versions of a dataset have names of their own, and one that is used twice has one", () => {
  const first = inputNamed("train");
  const second = inputNamed("train", { key: "snapshot:acme/train@a%2Fb", version: "a/b" });
  const validation = { ...first, role: "validation" };
  expect(nameInputFiles([first, validation, second]).map(({ path, roles }) => [path, roles])).toEqual([
    ["train@1", ["training", "validation"]],
    ["train@a-b", ["training"]],
  ]);
});

const recipe: Recipe = {
  key: "model-version:acme/m@1",
  run: "run:acme/1",
  verdict: "DEGRADED",
  findings: [{ code: "NO_DIGEST", message: "no digest", node: "snapshot:a" }],
  commit: { repository: "https://git.example/a", sha: "abc", isDirty: false, patchDigest: "sha256:ff" },
  environment: { requirements: "numpy==1\n", condaYaml: null, image: "registry/app@sha256:1", pythonVersion: "3.11" },
  inputs: [inputNamed("data/train.csv", { digest: "sha256:aa", uri: "file:///data/train.csv" })],
  command: "python train.py",
  parameters: [{ name: "alpha", value: "0.1" }],
  metrics: new Map([
    ["auc", 0.5],
    ["loss", NaN],
  ]),
};

test("a script says first what is recorded, then what it does", () => {
  const script = rebuildScript(recipe);
  expect(script.slice(0, script.indexOf("\n# --- How to run it"))).toBe(`#!/bin/sh
# Rebuilds model-version:acme/m@1 as run:acme/1 made it
# Written by lineage, which judges it DEGRADED
#   NO_DIGEST: no digest

repository=https://git.example/a
sha=abc
is_dirty=''
patch_digest=''
environment=requirements
python_version=3.11
requirements=numpy==1
conda_file=''
image=registry/app@sha256:1
command='python train.py'
parameters='{
  "alpha": "0.1"
}'
metrics='{
  "auc": 0.5,
  "loss": "NaN"
}'
recorded_inputs() {
  input 'snapshot:acme/data%2Ftrain.csv@1 (training)' data/train.csv sha256:aa file:///data/train.csv
}
`);
});

test("where little is known, the script is a script all the same", () => {
  const script = rebuildScript({
    ...recipe,
    run: null,
    commit: null,
    environment: null,
    inputs: [],
    command: null,
    parameters: [],
    metrics: new Map(),
  });
  expect(script).toContain("sha=''\n");
  expect(script).toContain("environment=''\n");
  expect(script).toContain("metrics='{}'\n");
  expect(script).toContain("recorded_inputs() {\n  :\n}\n");
});
