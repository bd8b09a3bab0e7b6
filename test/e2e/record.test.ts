import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CliResult, runCli, startCli } from "../support/run-cli.js";
import { createRepository } from "../support/git-project.js";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.js";
import { startTestApp, type TestApp } from "../support/test-app.js";

/* A team that uses only git, a script and `lineage record` before its command. */

const mark = randomBytes(6).toString("hex");
const namespace = `git.example.com/acme/churn-${mark}`;
const project = temporaryFolder();
const away = "http://127.0.0.1:9";
const script = `
import json, sys
rows = open("data/train.csv").read()
open("model.pkl", "w").write("model of " + rows)
json.dump({"auc": 0.91, "eval": {"loss": float("nan")}}, open("metrics.json", "w"))
sys.exit(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
`;
const files = {
  "train.py": script,
  "params.yaml": "lr: 0.1\nmodel: {depth: 6}\n",
  "requirements.txt": "numpy==2.1.0\n",
  ".gitignore": "/data/\n",
};
const hasPython = spawnSync("python3", ["--version"]).status === 0;
const withPython = hasPython ? test : test.skip;
if (!hasPython) process.stdout.write("record: there is no python3 here, so that tests of Python scripts are skipped\n");

let app: TestApp;
beforeAll(async () => {
  createRepository(project, files, `git@git.example.com:acme/churn-${mark}.git`);
  writeFiles(project, { "data/train.csv": "a,b\n1,2\n" });
  app = await startTestApp();
});
afterAll(() => app.close());

const lineage = (words: readonly string[], url = app.url, folder = project): Promise<CliResult> =>
  runCli(words, { LINEAGE_URL: url }, folder);
const spooled = (): string[] => readdirSync(join(project, ".lineage/spool")).filter((name) => name.endsWith(".json"));
const keyIn = (text: string, kind: string): string => new RegExp(`${kind}:[^\\s,]+`).exec(text)?.[0] ?? "";

interface RunNode {
  readonly status: string;
  readonly name: string;
  readonly experiment: string | null;
  readonly command: string;
  readonly by: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly parameters: { readonly name: string; readonly value: string }[];
  readonly metrics: { readonly name: string; readonly text: string }[];
  readonly inputs: { readonly role: string; readonly node: { readonly key: string } }[];
  readonly outputs: { readonly role: string; readonly node: { readonly key: string } }[];
  readonly codeCommit: { readonly dirty: boolean; readonly repository: string; readonly sha: string } | null;
  readonly environment: {
    readonly pythonVersion: string | null;
    readonly packages: { readonly name: string }[];
  } | null;
}
const runQuestion = `query($key: String!) { lineageNode(ref: { key: $key }) { ... on Run {
  status name experiment command by startedAt endedAt parameters { name value } metrics { name text } inputs { role node { key } } outputs { role node { key } }
  codeCommit { dirty repository sha } environment { pythonVersion packages { name } }
} } }`;
const runOf = async (stderr: string): Promise<RunNode> =>
  (await app.ask<{ lineageNode: RunNode }>(runQuestion, { key: keyIn(stderr, "run") })).lineageNode;
const runsNow = async (): Promise<{ totalCount: number; edges: { node: { status: string } }[] }> =>
  (
    await app.ask<{ runs: { totalCount: number; edges: { node: { status: string } }[] } }>(
      "query($n: String!) { runs(filter: { namespace: $n }) { totalCount edges { node { status } } } }",
      { n: namespace },
    )
  ).runs;
const train = [
  "record",
  "--input",
  "data/train.csv",
  "--output",
  "model.pkl",
  "--params",
  "params.yaml",
  "--metrics",
  "metrics.json",
  "--model",
  "churn",
];

withPython("one word before the command: everything is there, and its output is its own", async () => {
  const { code, stdout, stderr } = await lineage([
    ...train,
    "--experiment",
    "first",
    "--requirements",
    "requirements.txt",
    "--",
    "python3",
    "train.py",
  ]);
  expect([code, stdout]).toEqual([0, ""]);
  expect(stderr).toMatch(
    /^lineage: recorded run:\S+ as COMPLETED: 1 input, 2 parameters, 2 metrics, model-version:\S+\n$/,
  );
  const run = await runOf(stderr);
  expect(run).toEqual(
    expect.objectContaining({
      status: "COMPLETED",
      name: "train.py",
      experiment: "first",
      command: "python3 train.py",
      by: expect.stringContaining("@"),
      parameters: [
        { name: "lr", value: "0.1" },
        { name: "model.depth", value: "6" },
      ],
      metrics: [
        { name: "auc", text: "0.91" },
        { name: "eval.loss", text: "NaN" },
      ],
      codeCommit: {
        dirty: false,
        repository: `git@git.example.com:acme/churn-${mark}.git`,
        sha: expect.stringMatching(/^[0-9a-f]{40}$/),
      },
      environment: { pythonVersion: expect.stringMatching(/^3\./), packages: [{ name: "numpy" }] },
    }),
  );
  expect(Date.parse(run.endedAt ?? "")).toBeGreaterThanOrEqual(Date.parse(run.startedAt));
  expect(run.inputs).toEqual([
    {
      role: "training",
      node: {
        key: expect.stringMatching(/^snapshot:git\.example\.com%2Facme%2Fchurn-\w+\/data%2Ftrain\.csv@[0-9a-f]{12}$/),
      },
    },
  ]);
  expect(run.outputs).toEqual([{ role: "model", node: { key: keyIn(stderr, "model-version") } }]);
  expect((await lineage(["verify", keyIn(stderr, "run")])).code).toBe(0);
});

withPython(
  "the same again: another run, the same snapshot and the same model version; without a file, the packages that are installed",
  async () => {
    const [one, two] = [
      await lineage([...train, "--", "python3", "train.py"]),
      await lineage([...train, "python3", "train.py", "0"]),
    ];
    const [first, second] = [await runOf(one.stderr), await runOf(two.stderr)];
    expect(keyIn(two.stderr, "run")).not.toBe(keyIn(one.stderr, "run"));
    expect([second.inputs, second.outputs, second.command]).toEqual([
      first.inputs,
      first.outputs,
      "python3 train.py 0",
    ]);
    expect(second.environment).toEqual(first.environment);
  },
);

withPython(
  "a command that fails is a run that failed, with its own exit code; half a model is no version",
  async () => {
    const { code, stderr } = await lineage([...train, "--", "python3", "train.py", "7"]);
    const run = await runOf(stderr);
    expect([code, run.status, run.outputs, run.metrics.length]).toEqual([7, "FAILED", [], 2]);
    expect(stderr).toContain("the command did not complete; model.pkl is not recorded as a model version");
  },
);

test("a file that the command did not write is not its output: an old model remains an output of its own run", async () => {
  writeFiles(project, { "model.pkl": "old", "metrics.json": '{"auc": 0.5}' });
  const { code, stderr } = await lineage([...train, "--", "true"]);
  const run = await runOf(stderr);
  expect([code, run.outputs, run.metrics]).toEqual([0, [], []]);
  expect(stderr).toMatch(
    /--metrics metrics\.json was not written by this command[^]*|--output model\.pkl was not written by this command/,
  );
});

test("an input that changes while the command runs causes a warning and is recorded as it was before", async () => {
  writeFiles(project, { "data/moving.csv": "before" });
  const before = (await lineage(["snapshot", "data/moving.csv"])).stdout.trim();
  const { stderr } = await lineage([
    "record",
    "--input",
    "data/moving.csv",
    "--",
    "sh",
    "-c",
    "echo after > data/moving.csv",
  ]);
  expect(stderr).toContain("--input data/moving.csv changed while the command ran");
  expect((await runOf(stderr)).inputs.map(({ node }) => node.key)).toEqual([before]);
});

test("uncommitted changes are recorded; options after the command belong to it; secrets are masked on request", async () => {
  writeFileSync(join(project, "train.py"), `${script}# changed\n`);
  const { stderr } = await lineage([
    "record",
    "--redact",
    "token",
    "sh",
    "-c",
    "exit 0",
    "--input",
    "it's",
    "--token",
    "abc",
  ]);
  writeFileSync(join(project, "train.py"), script);
  const { codeCommit, command, inputs } = await runOf(stderr);
  expect([codeCommit, command, inputs]).toEqual([
    expect.objectContaining({ dirty: true, sha: expect.stringMatching(/^[0-9a-f]{40}\+[0-9a-f]{12}$/) }),
    `sh -c 'exit 0' --input 'it'\\''s' --token '****'`,
    [],
  ]);
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s reaches the command, which is recorded as ABORTED; the exit code is %d", async (signal, expected) => {
  const ready = join(project, `ready-${signal}`);
  const cli = startCli(
    ["record", "--name", signal, "--", "sh", "-c", `touch ${ready}; while true; do sleep 0.05; done`],
    { LINEAGE_URL: app.url },
    project,
  );
  while (!existsSync(ready))
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  cli.process.kill(signal);
  const { code, stderr } = await cli.ended;
  expect([code, (await runOf(stderr)).status]).toEqual([expected, "ABORTED"]);
});

test("without a server the recording is kept, and sync sends it once", async () => {
  const before = (await runsNow()).totalCount;
  const [one, two] = [
    await lineage(["record", "--", "sh", "-c", "exit 5"], away),
    await lineage(["record", "--", "true"], away),
  ];
  expect([one.code, two.code, spooled().length]).toEqual([5, 0, 2]);
  expect(two.stderr).toMatch(
    /2 recordings are kept in \S+\.lineage\/spool: cannot connect to .*To send later, run: lineage sync/,
  );
  expect(await lineage(["sync"], away)).toEqual(
    expect.objectContaining({ code: 1, stdout: "0 recordings were sent\n" }),
  );
  const syncs = await Promise.all([lineage(["sync"]), lineage(["sync"]), lineage(["sync"])]);
  expect([syncs.map(({ code }) => code), spooled(), (await runsNow()).totalCount]).toEqual([[0, 0, 0], [], before + 2]);
  expect((await runOf(one.stderr)).status).toBe("FAILED");
  expect(await lineage(["sync"])).toEqual(expect.objectContaining({ code: 0, stdout: "No recordings to send\n" }));
});

test("kill -9 while the command runs: the run is recorded without an end", async () => {
  const ready = join(project, "ready-kill");
  const cli = startCli(
    [
      "record",
      "--name",
      "killed",
      "--",
      "sh",
      "-c",
      `echo $$ > ${ready}.part; mv ${ready}.part ${ready}; exec sleep 600`,
    ],
    { LINEAGE_URL: app.url },
    project,
  );
  while (!existsSync(ready))
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  expect((await lineage(["sync"])).stdout).toContain("1 command is still running");
  cli.process.kill("SIGKILL");
  spawnSync("sh", ["-c", `kill -9 $(cat ${ready})`]);
  await cli.ended;
  expect((await lineage(["sync"])).stdout).toBe("1 recording was sent\n");
  const { runs } = await app.ask<{ runs: { edges: { node: RunNode }[] } }>(
    "query($n: String!) { runs(filter: { namespace: $n, status: [ABORTED] }) { edges { node { name endedAt } } } }",
    { n: namespace },
  );
  expect(runs.edges.map(({ node }) => node).filter(({ name }) => name === "killed")).toEqual([
    { name: "killed", endedAt: null },
  ]);
});

test.each([
  [["--input", "nowhere.csv", "--", "touch", "ran"], 1, "does not exist"],
  [["--params", "nowhere.yaml", "--", "touch", "ran"], 1, "--params"],
  [["--model", "churn", "--", "touch", "ran"], 1, "does not name the file or folder of the model"],
  [["--namespace", " x", "--", "touch", "ran"], 1, '" x" is not a valid name'],
  [["--", "no-such-program"], 127, "command not found"],
  [[], 1, "missing required argument 'command'"],
])("record %j: exit code %d, nothing runs, nothing is recorded", async (words, expected, message) => {
  const before = (await runsNow()).totalCount;
  const { code, stderr } = await lineage(["record", ...words]);
  expect([code, stderr]).toEqual([expected, expect.stringContaining(message)]);
  expect([existsSync(join(project, "ran")), spooled(), (await runsNow()).totalCount]).toEqual([false, [], before]);
});
