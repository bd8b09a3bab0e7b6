import { type CliRun, serverAddress, startCli } from "../support/run-cli.js";
import { KeyedWriters } from "../support/keyed-writers.js";
import { OwnNeo4j } from "../support/own-neo4j.js";
import { uniqueNamespace } from "../support/test-app.js";
import { everythingOnce, judgeWrites } from "../support/written-once.js";

/** `npm run test:faults -- --kills 100` kills more often. */
const kills = Number(process.env.FAULT_KILLS ?? 6);
const writerCount = 8;

let neo4j: OwnNeo4j;
let server: CliRun;
let url: string;
let writers: KeyedWriters | undefined;

beforeAll(async () => {
  neo4j = await OwnNeo4j.start();
  server = startCli(["serve"], { ...neo4j.environment, PORT: "0", LINEAGE_EXAMPLE: "off", LOG_LEVEL: "error" });
  url = await serverAddress(server);
}, 180_000);
afterAll(async () => {
  await writers?.abandon();
  server.process.kill("SIGTERM");
  process.stderr.write((await server.ended).stderr);
  await neo4j.end();
}, 60_000);

test(`the database killed with -9 ${kills} times under ${writerCount} writers: every acknowledged write is there once, and writes go on`, async () => {
  const namespace = uniqueNamespace();
  writers = new KeyedWriters({ namespace, count: writerCount, urls: () => [url] });
  await writers.start();
  const recoveries: number[] = [];
  let interrupted = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    // After a number of writes and not after a while: each kill finds the writers at work, wherever they are.
    await writers.acknowledgeMore(20 + Math.floor(Math.random() * 60));
    const killedAt = Date.now();
    await neo4j.killAndStart();
    await writers.acknowledgeMore(writerCount);
    interrupted += new Set(writers.sent.filter(({ startedAt, milliseconds, outcome }) => startedAt < killedAt && startedAt + milliseconds >= killedAt && outcome !== "ok").map(({ key }) => key)).size;
    recoveries.push((writers.acknowledged.find(({ at, tries }) => at > killedAt && tries > 1)?.at ?? NaN) - killedAt);
  }
  await writers.stop();
  process.stderr.write(`killed ${kills} times: ${writers.acknowledged.length} writes acknowledged, ${interrupted} interrupted; written again after ${recoveries.map((ms) => (ms / 1_000).toFixed(1)).join(", ")} s\n`);
  expect(writers.unexpected).toEqual([]);
  // Where hardly a write was under way, nothing was tried.
  if (interrupted < kills * writerCount / 4) throw new Error(`no result: the ${kills} kills interrupted only ${interrupted} writes`);
  expect(await judgeWrites(neo4j.database, namespace, writers.acknowledged)).toEqual(everythingOnce);
  expect(server.process.exitCode).toBeNull();
}, 120_000 + kills * 60_000);
