import { randomBytes } from "node:crypto";
import pc from "picocolors";
import { runCli as runHere } from "../../src/adapters/cli/program.js";
import { readConfig } from "../../src/config.js";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { datasetKey, modelVersionKey, snapshotKey } from "../../src/core/shared/key.js";
import { type CliResult, runCli, withoutBlindSpots } from "../support/run-cli.js";
import { type TestApp, startTestApp } from "../support/test-app.js";

/* Its names contain a mark that no other test uses, so that loose names are unambiguous. */
const mark = randomBytes(6).toString("hex");
const namespace = `acme-${mark}`;
const named = (name: string): string => `${name}-${mark}`;
const snapshot = (name: string) => ({ namespace, dataset: named(name), version: "v1" });
const register = (name: string, rest: object = {}): FactInput => ({
  operation: "registerDatasetSnapshot",
  input: { ...snapshot(name), ...rest },
});
const train = (name: string): FactInput[] => [
  {
    operation: "recordRun",
    input: {
      namespace,
      externalId: named(name),
      status: "COMPLETED",
      inputs: [{ role: "training", datasetSnapshot: snapshot(name) }],
    },
  },
  {
    operation: "registerModelVersion",
    input: { namespace, model: named(name), version: "1", producedBy: { namespace, externalId: named(name) } },
  },
];
const deploy = (name: string): FactInput => ({
  operation: "recordDeployment",
  input: {
    namespace,
    endpoint: named(`${name}-api`),
    stage: "PRODUCTION",
    modelVersion: { namespace, model: named(name), version: "1" },
    validFrom: "2026-05-02T10:00:00Z",
  },
});

let app: TestApp;
let limited: TestApp;
beforeAll(async () => {
  // The speed of the machine must not affect the result.
  const limits = { ...readConfig().limits, closureMs: 25_000, requestMs: 25_000 };
  app = await startTestApp({ limits });
  limited = await startTestApp({ limits: { ...limits, closureNodes: 1 } });
  const response = await app.sendFacts([
    register("served"),
    ...train("served"),
    deploy("served"),
    register("@idle|<b>", { sizeBytes: 1_500_000_000 }),
    ...train("@idle|<b>"),
    {
      operation: "setModelAlias",
      input: { namespace, model: named("@idle|<b>"), alias: "champion", version: "1", allowUnregistered: true },
    },
    register("unused", { sizeBytes: 12 }),
    register("second"),
    register("third"),
    register("typed"),
    register("raced"),
    register("mistaken"),
    register("retired"),
    ...train("retired"),
    deploy("retired"),
  ]);
  const { outcomes } = (await response.json()) as { outcomes: { status: string }[] };
  expect(outcomes.filter(({ status }) => status === "REJECTED")).toEqual([]);
});
afterAll(() => Promise.all([app.close(), limited.close()]));

const deletion = (...words: readonly string[]): Promise<CliResult> =>
  runCli(["deletion", ...words], { LINEAGE_URL: app.url });
const keyOf = (name: string): string => snapshotKey(namespace, named(name), "v1");
interface PlanJson {
  readonly verdict: string;
  readonly impactToken: string;
  readonly freedBytes: number | null;
  readonly blockerCount: number;
  readonly targets: readonly { readonly key: string; readonly tombstone: object | null }[];
}
const planOf = async (...names: string[]): Promise<PlanJson> =>
  JSON.parse((await deletion("plan", ...names, "--format", "json")).stdout) as PlanJson;
const isTombstoned = async (name: string): Promise<boolean> =>
  (await planOf(keyOf(name))).targets[0]?.tombstone !== null;

describe("plan", () => {
  test("data that production depends on is blocked: exit code 3, with the blockers and their reasons", async () => {
    const { code, stdout, stderr } = await deletion("plan", `${named("served")}@v1`);
    const lines = withoutBlindSpots(stdout).split("\n");
    expect({ code, stderr }).toEqual({ code: 3, stderr: "" });
    expect(lines.slice(0, 2)).toEqual([`${named("served")}@v1 must not be deleted: 2 blockers`, keyOf("served")]);
    expect(lines[3]).toMatch(/^SEVERITY +KIND +NAME +HOPS +REASON$/);
    expect(lines[4]).toMatch(/^serving-production +model-version .* serves 100% of .* in production since 2026-05-02/);
    expect(stdout).toMatch(
      /^3 affected\. serving-production: 1 deployment, 1 model version; reproducibility: 1 run\.$/m,
    );
    expect(stdout).toMatch(/^Token: [0-9a-f]{64}$/m);
  });

  test("data without dependants may be deleted: exit code 0, with the freed size and the next step", async () => {
    const { code, stdout } = await deletion("plan", `${named("unused")}@v1`);
    expect(code).toBe(0);
    expect(withoutBlindSpots(stdout)).toContain(
      `${named("unused")}@v1 may be deleted\n${keyOf("unused")}\n\nNothing depends on it.\nFrees 12 bytes (known sizes only).\nToken: `,
    );
    expect(stdout).toMatch(
      new RegExp(
        `^Record the deletion with: lineage deletion confirm ${keyOf("unused")} --token [0-9a-f]{64} --reason `,
        "m",
      ),
    );
  });

  test("several targets of any kind, by loose names, keys and kinds", async () => {
    const { targets, verdict, freedBytes } = await planOf(
      keyOf("unused"),
      "model",
      `${named("served")}@1`,
      datasetKey(namespace, named("@idle|<b>")),
    );
    expect(targets.map(({ key }) => key).toSorted()).toEqual(
      [modelVersionKey(namespace, named("served"), "1"), keyOf("@idle|<b>"), keyOf("unused")].toSorted(),
    );
    expect([verdict, freedBytes]).toEqual(["BLOCKED", 1_500_000_012]);
  });

  test("the aliases of a version are named, since the deletion removes them", async () => {
    const version = modelVersionKey(namespace, named("@idle|<b>"), "1");
    const { stdout } = await deletion("plan", version);
    expect(stdout).toContain(`1 alias is removed with its version: champion (${named("@idle|<b>")}@1).`);
    expect((await deletion("plan", keyOf("unused"))).stdout).not.toContain("alias");
  });

  test("if not everything could be examined, the verdict is unknown: exit code 4", async () => {
    const { code, stdout } = await runCli(["deletion", "plan", keyOf("served")], { LINEAGE_URL: limited.url });
    expect(code).toBe(4);
    expect(stdout).toContain(`It is unknown whether ${named("served")}@v1 may be deleted; do not delete it`);
    expect(stdout).toContain("This answer is PARTIAL");
  });

  test("Markdown for a pull request: names contain neither markup nor mentions", async () => {
    const { code, stdout } = await deletion("plan", keyOf("@idle|<b>"), keyOf("served"), "--format", "markdown");
    expect(code).toBe(3);
    expect(stdout).toContain("**2 nodes must not be deleted: 2 blockers**");
    expect(stdout).toContain("| serving-production | model-version |");
    const idle = await deletion("plan", keyOf("@idle|<b>"), "--format", "markdown");
    expect(idle.stdout).toContain(`**@&#8203;idle\\|&lt;b&gt;-${mark}@v1 may be deleted**`);
    expect(idle.stdout).toContain("Frees 1.5 GB");
  });

  test("CSV contains the blockers; an unknown name is an error", async () => {
    const [csv, nothing] = await Promise.all([
      deletion("plan", keyOf("served"), "--format", "csv"),
      deletion("plan", named("nothing")),
    ]);
    expect(csv.stdout.split("\r\n")[0]).toBe("severity,kind,name,hops,reason,namespace,key,stub");
    expect([nothing.code, nothing.stderr]).toEqual([
      1,
      expect.stringContaining(`nothing is named "${named("nothing")}"`),
    ]);
  });
});

describe("confirm", () => {
  test("with the plan's token and --yes: tombstoned; earlier tombstones are listed separately", async () => {
    const { impactToken } = await planOf(keyOf("second"));
    const { code, stdout } = await deletion(
      "confirm",
      keyOf("second"),
      "--token",
      impactToken,
      "--yes",
      "--reason",
      "retention is over",
    );
    expect([code, stdout]).toEqual([0, expect.stringContaining("1 node tombstoned\n")]);
    expect(stdout).toContain("You can now delete the data itself");
    const both = await planOf(keyOf("second"), keyOf("third"));
    const again = await deletion(
      "confirm",
      keyOf("second"),
      keyOf("third"),
      "--token",
      both.impactToken,
      "--yes",
      "--reason",
      "retention is over",
      "--format",
      "json",
    );
    expect(JSON.parse(again.stdout)).toMatchObject({ status: "TOMBSTONED", tombstoned: [{ key: keyOf("third") }] });
    expect((await deletion("plan", keyOf("second"))).stdout).toMatch(
      /was already deleted by .* at \d{4}-.*: retention is over/,
    );
  });

  test("a stale token: exit code 3 and the current plan, and nothing is tombstoned", async () => {
    const { impactToken } = await planOf(keyOf("raced"));
    await app.sendFacts(train("raced"));
    const { code, stdout, stderr } = await deletion(
      "confirm",
      keyOf("raced"),
      "--token",
      impactToken,
      "--yes",
      "--reason",
      "retention is over",
    );
    expect([code, stderr]).toEqual([
      3,
      expect.stringMatching(/^Nothing was tombstoned: the impact has changed since the token was issued/),
    ]);
    expect(stdout).toContain((await planOf(keyOf("raced"))).impactToken);
    expect(await isTombstoned("raced")).toBe(false);
  });

  test("data that production depends on: exit code 3; with --override it is tombstoned", async () => {
    const { impactToken } = await planOf(keyOf("served"));
    const words = ["confirm", keyOf("served"), "--token", impactToken, "--yes", "--reason", "a court ordered it"];
    const refused = await deletion(...words);
    expect([refused.code, refused.stderr]).toEqual([3, "Nothing was tombstoned: the plan does not allow it.\n"]);
    expect(refused.stdout).toContain("must not be deleted: 2 blockers");
    expect(await isTombstoned("served")).toBe(false);
    expect((await deletion(...words, "--override")).code).toBe(0);
    expect(await isTombstoned("served")).toBe(true);
  });

  test.each([
    [
      "nobody to ask and no --yes",
      [],
      /^error: cannot ask for confirmation without a terminal\. Pass --yes and --token/,
    ],
    ["--yes without a token", ["--yes"], /^error: --yes requires --token/],
  ])("%s: exit code 1", async (_what, words, message) => {
    const { code, stderr } = await deletion("confirm", keyOf("unused"), "--reason", "test", ...words);
    expect([code, stderr]).toEqual([1, expect.stringMatching(message)]);
    expect((await deletion("confirm", keyOf("unused"), "--yes", "--token", "x")).stderr).toContain("--reason");
  });

  test("on a terminal the plan is shown, and the name must be typed to continue", async () => {
    const confirm = async (typed: string) => {
      const answered: string[] = [];
      const said: string[] = [];
      const asked: string[] = [];
      const terminal = {
        answer: (text: string) => void answered.push(text),
        say: (text: string) => void said.push(text),
        columns: 80,
        colors: pc.createColors(false),
        progress: null,
        prompt: (question: string) => (asked.push(question), Promise.resolve(typed)),
      };
      const code = await runHere(["deletion", "confirm", keyOf("typed"), "--reason", "test"], {
        terminal,
        environment: { LINEAGE_URL: app.url },
        version: "0",
        serve: () => Promise.reject(new Error("no server is started here")),
      });
      return { code, answered: answered.join("\n"), said: said.join("\n"), asked };
    };
    const name = `${named("typed")}@v1`;
    const stopped = await confirm("yes");
    expect(stopped).toMatchObject({
      code: 3,
      said: "Nothing was tombstoned: not confirmed.",
      asked: [`\nType "${name}" to record the deletion: `],
    });
    expect(stopped.answered).toContain(`${name} may be deleted`);
    expect(await isTombstoned("typed")).toBe(false);
    expect(await confirm(name)).toMatchObject({ code: 0, answered: expect.stringContaining("1 node tombstoned") });
    expect(await isTombstoned("typed")).toBe(true);
  });
});

test("restore ends a tombstone; deployment end retires the deployment that blocks a deletion", async () => {
  const { impactToken } = await planOf(keyOf("mistaken"));
  const reason = ["--reason", "deleted by mistake"];
  await deletion("confirm", keyOf("mistaken"), "--token", impactToken, "--yes", ...reason);
  expect(await isTombstoned("mistaken")).toBe(true);
  const cli = (...words: string[]): Promise<CliResult> => runCli(words, { LINEAGE_URL: app.url });
  const restored = await cli("restore", `${named("mistaken")}@v1`, ...reason);
  expect(restored).toMatchObject({ code: 0, stdout: expect.stringMatching(/^1 node restored\n/) });
  expect(await isTombstoned("mistaken")).toBe(false);
  const again = await cli("restore", keyOf("mistaken"), ...reason);
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining("is not tombstoned") });

  expect((await planOf(keyOf("retired"))).verdict).toBe("BLOCKED");
  const words = [`${named("retired")}@1`, "at", named("retired-api"), "--reason", "the service is discontinued"];
  const ended = await cli("deployment", "end", ...words);
  expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining(`at ${named("retired-api")} ended at `) });
  expect((await planOf(keyOf("retired"))).verdict).toBe("ALLOWED");
});

test("candidates: largest first, with readable sizes and bytes, and the total size", async () => {
  const [table, csv] = await Promise.all([
    deletion("candidates", "--namespace", namespace),
    deletion("candidates", "--namespace", namespace, "--format", "csv", "--limit", "1"),
  ]);
  expect(table.code).toBe(0);
  expect(table.stdout).toMatch(
    /^\d snapshots in acme-\w+ may be deleted, freeing 1\.5 GB \(known sizes only\)\n\n +SIZE +NAME +RECORDED +NAMESPACE\n +1\.5 GB +@idle/,
  );
  expect(table.stdout).toMatch(/^ *12 bytes +unused-/m);
  expect(csv.stdout.trim().split("\r\n")).toEqual([
    "size,name,recorded,namespace,key,bytes",
    expect.stringMatching(/,1500000000$/),
  ]);
  expect(csv.stderr).toMatch(/^Showing 1 of \d\./);
  const none = await deletion("candidates", "--namespace", namespace, "--recorded-before", "2020-01-01T00:00:00Z");
  expect(none.stdout).toBe(`No snapshot in ${namespace} recorded before 2020-01-01T00:00:00Z may be deleted\n`);
});
