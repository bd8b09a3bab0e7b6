import { randomUUID } from "node:crypto";
import { z } from "zod";
import { loadNodes } from "../../src/core/facts/facts.statements.js";
import { Decisions } from "../../src/core/graph/decisions.js";
import { Graph } from "../../src/core/graph/graph.js";
import { Ledger } from "../../src/core/graph/ledger.js";
import { listEntries } from "../../src/core/graph/ledger.statements.js";
import { isMigrated, loadMigrations, migrate } from "../../src/core/graph/migrations.js";
import { GraphUnavailableError } from "../../src/core/shared/errors.js";
import { snapshotKey } from "../../src/core/shared/key.js";
import { type BoltProxy, startBoltProxy } from "../support/bolt-proxy.js";
import { createWrite } from "../support/fact-writing.js";
import { testDatabase } from "../support/test-app.js";

/** Long enough for a write on a busy machine, short enough for a test. */
const timeoutMs = 5_000;
const namespace = `test-${randomUUID()}`;
let direct: Graph;
let proxy: BoltProxy;
let graph: Graph;
beforeAll(async () => {
  direct = new Graph(testDatabase());
  await migrate(direct, await loadMigrations());
  proxy = await startBoltProxy(testDatabase().uri);
  graph = new Graph({ ...testDatabase(), uri: proxy.uri });
});
afterAll(async () => {
  await graph.close();
  await proxy.close();
  await direct.close();
});

const snapshot = (version: string) => ({
  operation: "registerDatasetSnapshot" as const,
  input: { namespace, dataset: "d", version },
});
const isNew = (version: string) => [{ status: "NEW", key: snapshotKey(namespace, "d", version) }];
const entriesOf = async (by: string) =>
  (await direct.read(listEntries, { after: 0, limit: 1_000_000 })).filter((entry) => entry.by === by);
const mayHaveHappened = {
  code: "DEADLINE_EXCEEDED",
  message: expect.stringMatching(/may still take effect, so send it again with the same idempotency key/),
};

test("the answer to a commit is lost: the result is reported as unknown, later writes succeed, and the key returns the result", async () => {
  const by = `commit-${namespace}`;
  const write = createWrite(graph, new Ledger(graph, timeoutMs));
  proxy.loseNextAnswerTo("COMMIT", "MUTE");
  const unheard = write([snapshot("unheard")], { by, idempotencyKey: "k" });
  const next = write([snapshot("next")], { by });
  await expect(unheard).rejects.toMatchObject(mayHaveHappened);
  expect(await next).toEqual(isNew("next"));
  expect(await write([snapshot("unheard")], { by, idempotencyKey: "k" })).toEqual(isNew("unheard"));
  expect(await entriesOf(by)).toHaveLength(2);
});

test("a commit never arrives: the result is reported as unknown, and a repetition takes effect once the database has ended the transaction", async () => {
  const by = `swallowed-${namespace}`;
  proxy.swallowNext("COMMIT");
  await expect(
    createWrite(graph, new Ledger(graph, timeoutMs))([snapshot("swallowed")], { by, idempotencyKey: "k" }),
  ).rejects.toMatchObject(mayHaveHappened);
  expect(await createWrite(graph)([snapshot("swallowed")], { by, idempotencyKey: "k" })).toEqual(isNew("swallowed"));
  expect(await entriesOf(by)).toHaveLength(1);
});

test("the database stops responding before a commit: the write is reported as not done, and was not done", async () => {
  const by = `lock-${namespace}`;
  const write = createWrite(graph, new Ledger(graph, timeoutMs));
  proxy.swallowNext("RUN");
  const unheard = write([snapshot("lock")], { by });
  const next = write([snapshot("next to lock")], { by });
  await expect(unheard).rejects.toThrow(GraphUnavailableError);
  expect(await next).toEqual(isNew("next to lock"));
  expect(await entriesOf(by)).toHaveLength(1);
});

test("a decision without an acknowledgement is reported as unknown, and a repetition returns its result", async () => {
  const by = `decision-${namespace}`;
  const decisions = new Decisions(new Ledger(graph, timeoutMs));
  let decided = 0;
  const take = () =>
    decisions.take({ by, action: "decide", body: {}, idempotencyKey: "k" }, z.number(), async () => ({
      result: (decided += 1),
      targets: [],
      detail: {},
    }));
  proxy.loseNextAnswerTo("COMMIT", "MUTE");
  await expect(take()).rejects.toMatchObject(mayHaveHappened);
  expect(await take()).toBe(1);
  expect(decided).toBe(1);
  expect(await entriesOf(by)).toHaveLength(1);
});

test("reads, pings and migration checks end in time, and the next ones succeed", async () => {
  const migrations = await loadMigrations();
  const questions = [
    () => graph.read(loadNodes, { keys: [namespace] }, { timeoutMs: 500 }),
    () => graph.ping(500),
    () => isMigrated(graph, migrations),
  ];
  for (const ask of questions) {
    proxy.loseNextAnswerTo("RUN", "MUTE");
    await expect(ask()).rejects.toThrow(GraphUnavailableError);
    await ask();
  }
});
