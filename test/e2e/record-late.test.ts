import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type CliResult, runCli } from "../support/run-cli.js";
import { createRepository, git } from "../support/git-project.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { startTestApp, type TestApp, uniqueNamespace } from "../support/test-app.js";

/* Recordings that are sent later than they were made, and what the commands print about values that were not recorded. */

const namespace = uniqueNamespace();
const repository = `https://git.example.com/acme/${namespace}.git`;
const away = "http://127.0.0.1:9";
const project = temporaryFolder();
const spool = join(project, ".lineage/spool");
const kept = join(project, "kept");

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  createRepository(project, { ".gitignore": "/kept/\n" }, repository);
  mkdirSync(kept);
});
afterAll(() => app.close());

const lineage = (words: readonly string[], url = app.url): Promise<CliResult> =>
  runCli(words, { LINEAGE_URL: url }, project);

test("the state of a run at its start, sent after its end, does not undo the end", async () => {
  // The command keeps the recording that exists while it runs, as a backup or a second host would.
  const record = ["record", "--namespace", namespace, "--", "sh", "-c", "cp .lineage/spool/*.json kept/"];
  expect((await lineage(record, away)).code).toBe(0);
  const sync = async (): Promise<void> => {
    const { code, stdout, stderr } = await lineage(["sync"]);
    expect([code, stdout, stderr]).toEqual([0, "1 recording was sent\n", ""]);
  };
  const runs = () =>
    app.ask("query($n: String!) { runs(filter: { namespace: $n }) { edges { node { status startedAt endedAt } } } }", {
      n: namespace,
    });
  await sync();
  const ended = await runs();
  expect(ended).toEqual({
    runs: {
      edges: [{ node: { status: "COMPLETED", startedAt: expect.any(String), endedAt: expect.any(String) } }],
    },
  });
  for (const name of readdirSync(kept)) copyFileSync(join(kept, name), join(spool, name));
  await sync();
  expect(await runs()).toEqual(ended);
});

test("a value that differs from the recorded one is a warning of the command", async () => {
  git(project, "commit", "-q", "--allow-empty", "-m", "Second");
  await app.ask("mutation($input: RegisterCodeCommitInput!) { registerCodeCommit(input: $input) { key } }", {
    input: { repository, sha: git(project, "rev-parse", "HEAD"), message: "Import" },
  });
  const { code, stderr } = await lineage(["record", "--quiet", "--", "true"]);
  expect([code, stderr]).toEqual([
    0,
    expect.stringMatching(/^lineage: warning: commit:.* already recorded with message "Import", which stays; .*\n$/),
  ]);
});
