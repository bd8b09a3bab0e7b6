import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { runCli } from "../support/run-cli.js";
import { type TestApp, startTestApp, uniqueNamespace } from "../support/test-app.js";

let app: TestApp;
const namespace = uniqueNamespace();
const endpoint = `scores-${namespace.slice(-12)}`;
const model = `scorer-${namespace.slice(-12)}`;
beforeAll(async () => {
  app = await startTestApp();
  const made = (version: string): FactInput[] => [
    {
      operation: "recordRun",
      input: {
        namespace,
        externalId: `train-${version}`,
        status: "COMPLETED",
        codeCommit: { repository: "https://git.example.com/scorer", sha: `${version}`.repeat(40) },
        parameters: [{ name: "c", value: `0.${version}` }],
        metrics: [{ name: "auc", value: 0.7 + Number(version) / 100 }],
        inputs: [{ role: "training", datasetSnapshot: { namespace, dataset: "rows", version } }],
      },
    },
    {
      operation: "registerModelVersion",
      input: { namespace, model, version, producedBy: { namespace, externalId: `train-${version}` } },
    },
  ];
  const policy = { requiredApprovals: 1, requirePinnedEnvironment: false, requireCleanCommit: false };
  await app.sendFacts([
    ...made("1"),
    ...made("2"),
    { operation: "defineEndpoint", input: { namespace, name: endpoint, stage: "PRODUCTION", policy } },
  ]);
});
afterAll(() => app.close());

const cli = (...words: string[]) => runCli(words, { LINEAGE_URL: app.url });
const idIn = (text: string): string => /release ([0-9a-f-]{36})/.exec(text)?.[1] ?? "";

async function release(version: string): Promise<void> {
  const proposed = await cli(
    "release",
    "propose",
    `${model}@${version}`,
    "--endpoint",
    endpoint,
    "--note",
    "a try",
    "--as",
    "ann",
  );
  expect(proposed).toMatchObject({ code: 0, stderr: "" });
  expect(proposed.stdout).toContain(`${model}@${version} for 100% of ${endpoint}: proposed`);
  const id = idIn(proposed.stdout);
  if (version === "1") {
    const refused = await cli("release", "deploy", id);
    expect(refused.code).toBe(3);
    expect(refused.stdout).toMatch(
      /requiredApprovals +failed +0 of 1 approvals; request approval with "lineage release approve"/,
    );
    expect(refused.stderr).toContain("Refused: see the checks above that did not pass.");
  }
  expect((await cli("release", "approve", id, "--as", "bob")).stdout).toContain("approved by bob");
  const deployed = await cli("release", "deploy", id, "--as", "ann");
  expect(deployed).toMatchObject({ code: 0, stdout: expect.stringContaining(`deployment:${namespace}/${endpoint}`) });
}

test("a release is proposed, refused, approved, deployed, replaced and rolled back, and served lists the versions", async () => {
  await release("1");
  const between = new Date().toISOString();
  await release("2");
  const served = await cli("served", `${namespace}/${endpoint}`, "--at", between);
  expect(served.stdout).toContain(`${model}@1 served ${endpoint} (production) at ${between}`);
  expect(served.stdout).toMatch(new RegExp(`${model}@1 +100% +rows@1 +scorer@11111111 +c=0\\.1 +auc=0\\.71`));
  const unsaid = await cli("rollback", endpoint);
  expect(unsaid).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("cannot ask for confirmation without a terminal. Pass --yes and --reason"),
  });
  expect(unsaid.stdout).toContain(`A rollback returns ${endpoint} to ${model}@1`);
  const back = await cli("rollback", endpoint, "--reason", "scores doubled", "--yes");
  expect(back).toMatchObject({ code: 0, stdout: expect.stringContaining(`${endpoint} rolled back to ${model}@1`) });
  const none = await cli("rollback", endpoint, "--reason", "once more", "--yes");
  expect(none).toMatchObject({ code: 3, stderr: expect.stringContaining("no candidate is eligible") });
  expect(none.stdout).toMatch(/was rolled back at /);
  const listed = JSON.parse(
    (await cli("release", "list", "--endpoint", endpoint, "--state", "deployed", "--format", "json")).stdout,
  ) as { totalCount: number };
  expect(listed.totalCount).toBe(2);
});

test("the history of an endpoint shows how each deployment began and ended; deployments without a release are counted", async () => {
  const history = await cli("endpoint", "history", endpoint);
  expect(history).toMatchObject({ code: 0, stderr: "" });
  const lines = history.stdout.split("\n");
  expect(lines[0]).toBe(`3 deployments at ${endpoint}, newest first`);
  expect(
    lines
      .filter((line) => /@\d/.test(line))
      .map((line) => [
        /@(\d)/.exec(line)?.[1],
        /superseded|rolled-back/.exec(line)?.[0] ?? "",
        / [0-9a-f]{8}-[0-9a-f-]{27}$/.test(line),
      ]),
  ).toEqual([
    ["1", "", true],
    ["2", "rolled-back", true],
    ["1", "superseded", true],
  ]);
  expect(await cli("endpoint", "outside", "--namespace", namespace)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("Every current deployment is backed by a release"),
  });
  await app.sendFacts([
    {
      operation: "recordDeployment",
      input: {
        namespace,
        endpoint: `${endpoint}-2`,
        stage: "PRODUCTION",
        modelVersion: { namespace, model, version: "2" },
        validFrom: "2026-05-02T10:00:00Z",
        by: "eve",
      },
    },
  ]);
  const outside = await cli("endpoint", "outside", "--namespace", namespace, "--stage", "production");
  expect(outside.stdout).toContain("1 current deployment without a release");
  expect(outside.stdout).toMatch(
    new RegExp(`${endpoint}-2 +production +${model}@2 +100% +2026-05-02T10:00:00.000Z +eve`),
  );
  expect((await cli("endpoint", "outside", "--namespace", namespace, "--stage", "staging")).stdout).toContain(
    "Every current deployment is backed by a release",
  );
  expect(await cli("endpoint", "history", "no-such-endpoint")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("no-such-endpoint"),
  });
});

test("invalid names and options are errors that name the problem", async () => {
  expect(await cli("served", "no-such-endpoint-anywhere")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("no endpoint is named"),
  });
  expect(await cli("release", "show", "00000000-0000-4000-8000-000000000000")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("no release has the ID"),
  });
  expect(await cli("release", "list", "--state", "sleeping")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("is not one of proposed"),
  });
});
