import { randomInt, randomUUID } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { repetitions } from "../support/repetitions.js";
import { type CliRun, serverAddress, startCli, startProgram } from "../support/run-cli.js";
import { type ApiClient, type TimedAnswer, createApiClient } from "./races/api-client.js";
import { type HistoryReader, type LedgerHead, openHistoryReader } from "./races/history.js";
import { type RaceResult, describeRaces, runRaces } from "./races/run-races.js";

const rounds = Number(process.env.RACE_ROUNDS ?? repetitions.raceRounds);
const seed = Number(process.env.RACE_SEED ?? randomInt(2 ** 31));
const environment = { PORT: "0", LINEAGE_EXAMPLE: "off", LOG_LEVEL: "warn" };
const checkFirstServer = join(import.meta.dirname, "../support/check-first-server.ts");
const namespace = `races-${randomUUID()}`;

const running: CliRun[] = [];
let servers: [string, string];
let reader: HistoryReader;
let since: LedgerHead;

beforeAll(async () => {
  reader = openHistoryReader();
  servers = await startTwo(() => startCli(["serve"], environment));
});
beforeEach(async () => {
  since = await reader.head();
});
afterAll(async () => {
  for (const { process: server } of running) server.kill("SIGTERM");
  await Promise.all(running.map(({ ended }) => ended));
  await reader.close();
});

async function startTwo(start: () => CliRun): Promise<[string, string]> {
  const [first, second] = [start(), start()];
  running.push(first, second);
  return Promise.all([serverAddress(first), serverAddress(second)]);
}

/** Fifty concurrent clients of one principal, half of them at each process. */
function askAsFifty<Data>(
  principal: string,
  ask: (client: ApiClient, index: number) => Promise<TimedAnswer<Data>>,
): Promise<TimedAnswer<Data>[]> {
  const clients = servers.flatMap((url) =>
    Array.from({ length: 25 }, () => createApiClient(url, `${principal}-${namespace}`)),
  );
  return Promise.all(clients.map((client, index) => insist(() => ask(client, index))));
}

/** Repeats a request that timed out, as the message suggests: the same key has no second effect. */
async function insist<Data>(ask: () => Promise<TimedAnswer<Data>>): Promise<TimedAnswer<Data>> {
  let answer = await ask();
  for (let attempt = 2; answer.problem === "DEADLINE_EXCEEDED" && attempt <= 5; attempt += 1) answer = await ask();
  return answer;
}

const registration =
  "mutation Register($input: RegisterDatasetSnapshotInput!) { registerDatasetSnapshot(input: $input) { key recordedAt dataset { snapshots { totalCount } } } }";
const registered = z.object({
  registerDatasetSnapshot: z.object({
    key: z.string(),
    recordedAt: z.string(),
    dataset: z.object({ snapshots: z.object({ totalCount: z.literal(1) }) }),
  }),
});
const deployment =
  "mutation Deploy($input: RecordDeploymentInput!) { recordDeployment(input: $input) { key recordedAt } }";
const deployed = z.object({ recordDeployment: z.object({ key: z.string(), recordedAt: z.string() }) });
const deletion = "mutation Delete($input: TombstoneInput!) { tombstone(input: $input) { status tombstoned { key } } }";
const deleted = z.object({
  tombstone: z.object({ status: z.string(), tombstoned: z.array(z.object({ key: z.string() })) }),
});

/** The distinct answers, without their durations. */
function differing(answers: readonly TimedAnswer<unknown>[]): { data: unknown; problem: string | null }[] {
  const texts = new Set(answers.map(({ data, problem }) => JSON.stringify({ data, problem })));
  return [...texts].map((text) => JSON.parse(text));
}

test("fifty clients that register the same snapshot get the same answer, and there is one node and one entry", async () => {
  const input = { namespace, dataset: "fifty", version: "1", digest: "sha256:aa" };
  const answers = await askAsFifty("fifty", (client) => client.graphql(registration, { input }, registered));
  expect(differing(answers)).toMatchObject([{ problem: null }]);
  expect(await reader.actionsOf(`fifty-${namespace}`, since)).toEqual(["registerDatasetSnapshot"]);
});

test("a batch with the same key from fifty clients takes effect once, and all get the same outcomes; another body is a conflict", async () => {
  const batch = (version: string) => [
    { operation: "registerDatasetSnapshot", input: { namespace, dataset: "keyed", version } },
    { operation: "recordRun", input: { namespace, externalId: "keyed", status: "RUNNING" } },
  ];
  const answers = await askAsFifty("batch", (client) => client.sendFacts(batch("1"), { "idempotency-key": "k" }));
  expect(differing(answers)).toMatchObject([{ problem: null, data: [{ status: "NEW" }, { status: "NEW" }] }]);
  expect(
    differing(await askAsFifty("batch", (client) => client.sendFacts(batch("2"), { "idempotency-key": "k" }))),
  ).toEqual([{ data: null, problem: "CONFLICT" }]);
  expect(await reader.actionsOf(`batch-${namespace}`, since)).toEqual(["recordFacts"]);
});

test("a deployment with the same key from fifty clients is recorded once; another body is a conflict", async () => {
  const input = {
    namespace,
    endpoint: "fifty",
    stage: "STAGING",
    modelVersion: { namespace, model: "fifty", version: "1" },
    validFrom: "2026-01-01T00:00:00Z",
    idempotencyKey: "k",
  };
  const answers = await askAsFifty("deployer", (client) => client.graphql(deployment, { input }, deployed));
  expect(differing(answers)).toMatchObject([{ problem: null }]);
  const others = await askAsFifty("deployer", (client) =>
    client.graphql(deployment, { input: { ...input, validFrom: "2026-02-01T00:00:00Z" } }, deployed),
  );
  expect(differing(others)).toEqual([{ data: null, problem: "CONFLICT" }]);
  expect(await reader.actionsOf(`deployer-${namespace}`, since)).toEqual(["recordDeployment"]);
});

const planned = z.object({ deletionPlan: z.object({ verdict: z.string(), impactToken: z.string() }) });

/** Registers a snapshot and plans its deletion. On a busy machine the first plan of a new database may time out, and authorises nothing. */
async function planDeletion(dataset: string): Promise<{ targets: object[]; impactToken: string; reason: string }> {
  const client = createApiClient(servers[0], `planner-${namespace}`);
  await client.sendFacts([{ operation: "registerDatasetSnapshot", input: { namespace, dataset, version: "1" } }]);
  const targets = [{ datasetSnapshot: { namespace, dataset, version: "1" } }];
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const { data } = await client.graphql(
      "query Plan($of: [NodeRefInput!]!) { deletionPlan(of: $of) { verdict impactToken } }",
      { of: targets },
      planned,
    );
    if (data?.deletionPlan.verdict === "ALLOWED")
      return { targets, impactToken: data.deletionPlan.impactToken, reason: "fifty" };
  }
  throw new Error(`the deletion of ${dataset} is not allowed`);
}

test("a tombstone with the same key from fifty clients is created once, and all get that result; another body is a conflict", async () => {
  const input = { ...(await planDeletion("keyed-deletion")), idempotencyKey: "k" };
  const answers = await askAsFifty("deleter", (client) => client.graphql(deletion, { input }, deleted));
  expect(differing(answers)).toMatchObject([
    { problem: null, data: { tombstone: { status: "TOMBSTONED", tombstoned: [{}] } } },
  ]);
  const others = await askAsFifty("deleter", (client) =>
    client.graphql(deletion, { input: { ...input, reason: "another" } }, deleted),
  );
  expect(differing(others)).toEqual([{ data: null, problem: "CONFLICT" }]);
  expect(await reader.actionsOf(`deleter-${namespace}`, since)).toEqual(["tombstone"]);
});

test("of fifty deleters with one plan exactly one creates the tombstone, and all decisions are entries", async () => {
  const input = await planDeletion("deletion");
  const answers = await askAsFifty("rival", (client, index) =>
    client.graphql(deletion, { input: { ...input, idempotencyKey: `rival ${index}` } }, deleted),
  );
  const statuses = answers.map(({ data, problem }) => data?.tombstone.status ?? problem);
  expect(statuses.filter((status) => status === "TOMBSTONED")).toHaveLength(1);
  expect(statuses.filter((status) => status === "STALE_IMPACT")).toHaveLength(49);
  expect(await reader.actionsOf(`rival-${namespace}`, since)).toEqual(Array.from({ length: 50 }, () => "tombstone"));
});

const known =
  /: (ALLOWED|BLOCKED|UNKNOWN|TOMBSTONED|TOMBSTONED BEFORE|STALE_IMPACT|RECORDED|RECORDED AND FLAGGED|PROPOSED|DEPLOYED|REFUSED|CONFLICT|DEADLINE_EXCEEDED|GRAPH_UNAVAILABLE)$/;

async function race(title: string, processes: readonly [string, string], atLeast: number): Promise<RaceResult> {
  const result = await runRaces({
    namespace: `races-${randomUUID()}`,
    servers: processes,
    rounds: atLeast,
    parallel: 4,
    seed,
  });
  process.stderr.write(`${describeRaces(title, result)}\n`);
  // Rounds without concurrent requests prove nothing.
  expect(result.overlapped).toBeGreaterThanOrEqual(atLeast);
  return result;
}

test(
  `${rounds} rounds of two deleters, a deployer and an edge writer: no data is deleted with a dependant missing from the plan`,
  async () => {
    const result = await race("races", servers, rounds);
    expect(result.violations).toEqual([]);
    expect(result.brokenEntry).toBeNull();
    expect([...result.outcomes.keys()].filter((outcome) => !known.test(outcome))).toEqual([]);
    expect(result.gaveUp / result.requests).toBeLessThan(0.01);
    // Races that nearly always have the same result are not races.
    expect(result.tombstoned / result.rounds).toBeGreaterThan(0.1);
    expect(result.tombstoned / result.rounds).toBeLessThan(0.9);
  },
  600_000 + rounds * 10_000,
);

test(
  "the same races without the ledger's lock end with violations of either kind: the test can fail",
  async () => {
    const processes = await startTwo(() => startProgram(checkFirstServer, [], environment));
    const result = await race("races without the lock", processes, Math.max(50, Math.ceil(rounds / 10)));
    const kinds = new Set(result.violations.map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(["UNSEEN_BLOCKER", "MADE_TWICE"]));
  },
  600_000 + rounds * 1_000,
);
