import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { KeyedWriters, type Sent } from "../support/keyed-writers.js";
import { OwnNeo4j } from "../support/own-neo4j.js";
import { type CliRun, serverAddress, startCli } from "../support/run-cli.js";
import { uniqueNamespace } from "../support/test-app.js";
import { everythingOnce, judgeWrites } from "../support/written-once.js";

/** How long the database is stopped. `npm run test:faults -- --seconds 30` stops it once more, for that long. */
const stops = [5, 18, ...(process.env.FAULT_SECONDS ? [Number(process.env.FAULT_SECONDS)] : [])];
/** What the server promises here: less than the shortest stop. */
const deadlineMs = 3_000;
/** Answering takes time too, on a machine that is busy with other tests more of it. */
const slackMs = 3_000;
const readyWithinMs = 1_000;
const writerCount = 8;
const readerCount = 4;

let neo4j: OwnNeo4j;
let server: CliRun;
let url: string;
let writers: KeyedWriters | undefined;
let isReading = true;

beforeAll(async () => {
  neo4j = await OwnNeo4j.start();
  server = startCli(["serve"], {
    ...neo4j.environment, PORT: "0", LINEAGE_EXAMPLE: "off", LOG_LEVEL: "error",
    LINEAGE_REQUEST_TIMEOUT_MS: String(deadlineMs), LINEAGE_BATCH_TIMEOUT_MS: String(deadlineMs),
  });
  url = await serverAddress(server);
}, 180_000);
afterAll(async () => {
  neo4j.thaw();
  isReading = false;
  await writers?.abandon();
  server.process.kill("SIGTERM");
  process.stderr.write((await server.ended).stderr);
  await neo4j.end();
}, 60_000);

const impactAnswer = z.object({
  data: z.object({
    impact: z.object({ completeness: z.object({ status: z.string() }), productionDeployments: z.array(z.unknown()) }),
    deletionPlan: z.object({ verdict: z.string() }),
  }).nullish(),
  errors: z.array(z.object({ extensions: z.looseObject({ code: z.string() }) })).optional(),
});

/** Asks again and again what breaks without a snapshot on which one production deployment depends, and whether it may be deleted. */
async function keepReading(snapshot: object, sent: Sent[], wrong: string[]): Promise<void> {
  const query = "query Impact($of: [NodeRefInput!]!) { impact(of: $of) { completeness { status } productionDeployments { key } } deletionPlan(of: $of) { verdict } }";
  while (isReading) {
    const startedAt = Date.now();
    const response = await fetch(`${url}/graphql`, {
      method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query, variables: { of: [{ datasetSnapshot: snapshot }] } }),
    });
    const { data, errors } = impactAnswer.parse(await response.json());
    const outcome = errors?.[0]?.extensions.code ?? "ok";
    sent.push({ key: "impact", startedAt, milliseconds: Date.now() - startedAt, outcome });
    // All that depends on it, or the word that this is not all; and never that it may go.
    if (data && data.impact.completeness.status !== "PARTIAL" && data.impact.productionDeployments.length !== 1) wrong.push(JSON.stringify(data));
    if (data?.deletionPlan.verdict === "ALLOWED") wrong.push(JSON.stringify(data));
    if (!["ok", "DEADLINE_EXCEEDED", "GRAPH_UNAVAILABLE"].includes(outcome)) wrong.push(`${response.status} ${outcome}`);
  }
}

interface Readiness { readonly status: number; readonly milliseconds: number; readonly body: string }

async function askReady(): Promise<Readiness> {
  const startedAt = Date.now();
  const response = await fetch(`${url}/readyz`);
  return { status: response.status, body: await response.text(), milliseconds: Date.now() - startedAt };
}

/** Stops the database for that long; answers with what /readyz said meanwhile. */
async function freeze(seconds: number): Promise<Readiness[]> {
  await neo4j.freeze();
  const until = Date.now() + seconds * 1_000;
  const answers: Readiness[] = [];
  while (Date.now() < until - readyWithinMs) {
    answers.push(await askReady());
    await sleep(100);
  }
  await sleep(Math.max(0, until - Date.now()));
  neo4j.thaw();
  return answers;
}

async function recordServed(namespace: string): Promise<object> {
  const snapshot = { namespace, dataset: "trained-on", version: "1" };
  const facts = [
    { operation: "recordRun", input: { namespace, externalId: "training", status: "COMPLETED", inputs: [{ role: "training", datasetSnapshot: snapshot }] } },
    { operation: "registerModelVersion", input: { namespace, model: "m", version: "1", producedBy: { namespace, externalId: "training" } } },
    { operation: "recordDeployment", input: { namespace, endpoint: "e", stage: "PRODUCTION", validFrom: "2026-01-01T00:00:00Z", trafficPercent: 100, modelVersion: { namespace, model: "m", version: "1" } } },
  ];
  const body = facts.map((fact) => JSON.stringify(fact)).join("\n");
  // Until it is acknowledged: the first write to a new database takes its time.
  for (;;) {
    const response = await fetch(`${url}/api/facts`, { method: "POST", headers: { "content-type": "application/x-ndjson", "idempotency-key": "served" }, body });
    const answer = await response.json();
    if (response.ok) {
      expect(answer).toMatchObject({ outcomes: facts.map(() => ({ status: "NEW" })) });
      return snapshot;
    }
  }
}

test(`the database stopped for ${stops.join(" and ")} s under readers and writers: all is answered in time, nothing is made up, and nothing lost`, async () => {
  const namespace = uniqueNamespace();
  const snapshot = await recordServed(namespace);
  writers = new KeyedWriters({ namespace, count: writerCount, urls: () => [url] });
  await writers.start();
  const reads: Sent[] = [];
  const wrong: string[] = [];
  const readers = Array.from({ length: readerCount }, () => keepReading(snapshot, reads, wrong));
  for (const seconds of stops) {
    await writers.acknowledgeMore(50);
    const frozenAt = Date.now();
    const redness = await freeze(seconds);
    const thawedAt = Date.now();
    await writers.acknowledgeMore(writerCount);
    const writtenAfterMs = Date.now() - thawedAt;
    while ((await askReady()).status !== 200) await sleep(100);
    const failed = [...writers.sent, ...reads].filter(({ startedAt, outcome }) => outcome !== "ok" && startedAt >= frozenAt - deadlineMs && startedAt <= thawedAt);
    const longest = Math.max(...[...writers.sent, ...reads].map(({ milliseconds }) => milliseconds));
    process.stderr.write(`stopped for ${seconds} s: ${failed.length} requests refused (${count(failed)}), longest ${longest} ms, /readyz red ${redness.length} times within ${Math.max(...redness.map(({ milliseconds }) => milliseconds))} ms, writes again after ${writtenAfterMs} ms\n`);
    expect(redness.filter(({ status, milliseconds }) => status !== 503 || milliseconds > readyWithinMs + slackMs)).toEqual([]);
    expect(redness[0]?.body).toContain('"database":"');
    // Where hardly a request met the stop, nothing was tried.
    if (failed.length < writerCount + readerCount) throw new Error(`no result: only ${failed.length} requests met the ${seconds} s`);
  }
  isReading = false;
  await Promise.all([writers.stop(), ...readers]);
  expect([...writers.unexpected, ...wrong]).toEqual([]);
  expect([...writers.sent, ...reads].filter(({ milliseconds }) => milliseconds > deadlineMs + slackMs)).toEqual([]);
  expect(await judgeWrites(neo4j.database, namespace, writers.acknowledged)).toEqual(everythingOnce);
}, 120_000 + stops.reduce((sum, seconds) => sum + seconds, 0) * 3_000);

function count(sent: readonly Sent[]): string {
  const counts: Record<string, number> = {};
  for (const { outcome } of sent) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return Object.entries(counts).map(([outcome, number]) => `${outcome} ${number}`).join(", ");
}
