import { createServer } from "node:net";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { exampleFacts } from "../../src/adapters/example/example-facts.js";
import { Graph } from "../../src/core/graph/graph.js";
import { Ledger, type LedgerTransaction } from "../../src/core/graph/ledger.js";
import { listEntries } from "../../src/core/graph/ledger.statements.js";
import { OwnNeo4j } from "../support/own-neo4j.js";
import { type LogLine, type TestApp, startTestApp } from "../support/test-app.js";

/* The example is loaded into an empty database only, so these starts use a separate Neo4j. */

let neo4j: OwnNeo4j;
let graph: Graph;
beforeAll(async () => {
  neo4j = await OwnNeo4j.start();
  graph = new Graph(neo4j.database);
});
afterAll(async () => {
  await graph?.close();
  await neo4j?.end();
});
beforeEach(empty);

async function empty(): Promise<void> {
  const session = graph.session("WRITE");
  await session.run("MATCH (n) DETACH DELETE n");
  await session.close();
}

/** A ledger that fails after some transactions, as if the process were killed; `onWrite` runs before each of them. */
class InterruptedLedger extends Ledger {
  #left: number;
  readonly #onWrite: () => Promise<void>;

  constructor(on: Graph, left: number, onWrite: () => Promise<void>) {
    super(on);
    this.#left = left;
    this.#onWrite = onWrite;
  }

  override async transact<T>(
    keys: readonly string[],
    work: (transaction: LedgerTransaction) => Promise<T>,
  ): Promise<T> {
    await this.#onWrite();
    if (this.#left === 0) throw new Error("interrupted");
    this.#left -= 1;
    return super.transact(keys, work);
  }
}

async function start(writes = Infinity, port = 0, onWrite = async (): Promise<void> => undefined): Promise<TestApp> {
  return startTestApp(
    { loadsExample: true, port },
    { database: neo4j.database, createLedger: (on) => new InterruptedLedger(on, writes, onWrite) },
  );
}

/** The actions of the ledger's entries, in order. */
async function actions(): Promise<string[]> {
  return (await graph.read(listEntries, { after: 0, limit: 1_000 })).map(({ by, action }) => `${by}: ${action}`);
}

const warnings = (log: readonly LogLine[]): string[] => log.map(({ msg, err }) => `${msg}: ${JSON.stringify(err)}`);

/** Waits until the server is ready, which a busy machine with a new database delays: each check has only a second. */
async function becomesReady({ url }: TestApp): Promise<void> {
  while ((await fetch(`${url}/readyz`)).status !== 200) await sleep(100);
}

/** Repeats the question until it is answered: on a busy machine, a new database takes long for its first one. */
async function countRuns(app: TestApp): Promise<number | undefined> {
  for (;;) {
    const { data, errors } = await app.graphql<{ runs: { totalCount: number } }>("{ runs(first: 1) { totalCount } }");
    if (errors?.[0]?.extensions.code !== "DEADLINE_EXCEEDED") return data.runs.totalCount;
  }
}

test("a later start completes an interrupted one, and takes each step once", async () => {
  const whole = await start();
  expect(warnings(whole.log)).toEqual([]);
  await whole.close();
  const expected = await actions();
  expect(expected.length).toBeGreaterThan(10);

  await empty();
  for (let steps = 0; steps < expected.length; steps += 1) {
    const interrupted = await start(steps === 0 ? 0 : 1);
    expect([steps, warnings(interrupted.log)]).toEqual([steps, [expect.stringContaining("LINEAGE_EXAMPLE=off")]]);
    await becomesReady(interrupted);
    await interrupted.close();
    expect((await actions()).length).toBeLessThanOrEqual(steps);
  }
  const last = await start();
  expect(warnings(last.log)).toEqual([]);
  await last.close();
  expect(await actions()).toEqual(expected);
});

test("two concurrent starts load it once, and a later start changes nothing", async () => {
  const both = await Promise.all([start(), start()]);
  expect(both.map(({ log }) => warnings(log))).toEqual([[], []]);
  const loaded = await actions();
  expect(new Set(loaded.filter((action) => !action.includes("Release"))).size).toBeGreaterThan(5);
  const later = await start();
  expect(await actions()).toEqual(loaded);
  expect(loaded.filter((action) => action.startsWith("example: "))).toHaveLength(1);
  expect(await countRuns(later)).toBe(exampleFacts().filter(({ operation }) => operation === "recordRun").length);
  for (const app of [...both, later]) await app.close();
});

test("a database with other data is unchanged", async () => {
  const own = await startTestApp({}, { database: neo4j.database });
  await own.sendFacts([
    { operation: "registerDatasetSnapshot", input: { namespace: "own", dataset: "d", version: "1" } },
  ]);
  await own.close();
  const later = await start();
  expect(warnings(later.log)).toEqual([]);
  await later.close();
  expect(await actions()).toEqual(["local: registerDatasetSnapshot"]);
});

test("until the example is loaded, the server is alive but not ready", async () => {
  const port = await freePort();
  const seen: number[][] = [];
  const app = await start(Infinity, port, async () => {
    const statuses = ["healthz", "readyz", "graphql"].map(async (path) => {
      const response = await fetch(`http://127.0.0.1:${port}/${path}`, { headers: { connection: "close" } });
      return response.status;
    });
    seen.push(await Promise.all(statuses));
  });
  expect(seen.length).toBeGreaterThan(10);
  expect(new Set(seen.map(String))).toEqual(new Set(["200,503,503"]));
  await becomesReady(app);
  await app.close();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
