import { randomUUID } from "node:crypto";
import { z } from "zod";
import { loadNodes } from "../../src/core/facts/facts.statements.js";
import { Decisions } from "../../src/core/graph/decisions.js";
import { Graph } from "../../src/core/graph/graph.js";
import { Ledger, type LedgerTransaction } from "../../src/core/graph/ledger.js";
import { listEntries } from "../../src/core/graph/ledger.statements.js";
import { loadMigrations, migrate } from "../../src/core/graph/migrations.js";
import type { Statement } from "../../src/core/graph/statement.js";
import { firstBrokenEntry } from "../../src/core/shared/hash-chain.js";
import { snapshotKey } from "../../src/core/shared/key.js";
import { type BoltProxy, startBoltProxy } from "../support/bolt-proxy.js";
import { type Write, createWrite } from "../support/fact-writing.js";
import { testDatabase } from "../support/test-app.js";

const namespace = `test-${randomUUID()}`;
let direct: Graph;
let proxy: BoltProxy;
let graph: Graph;
let write: Write;
beforeAll(async () => {
  direct = new Graph(testDatabase());
  await migrate(direct, await loadMigrations());
  proxy = await startBoltProxy(testDatabase().uri);
  graph = new Graph({ ...testDatabase(), uri: proxy.uri });
  write = createWrite(graph);
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
const entriesOf = async (by: string) =>
  (await direct.read(listEntries, { after: 0, limit: 1_000_000 })).filter((entry) => entry.by === by);

test.each([
  ["with", "k"],
  ["without", undefined],
])("a commit whose acknowledgement is lost takes effect once, %s an idempotency key", async (word, idempotencyKey) => {
  const by = `${word}-${namespace}`;
  const lostBefore = proxy.lost();
  proxy.loseNextAnswerTo("COMMIT");
  const outcomes = await write([snapshot(word)], { by, idempotencyKey });
  expect(proxy.lost()).toBe(lostBefore + 1);
  // If the retry did not find its own entry, it would return UNCHANGED or write a second one.
  expect(outcomes).toEqual([{ status: "NEW", key: snapshotKey(namespace, "d", word) }]);
  expect(await entriesOf(by)).toHaveLength(1);
  expect(await direct.read(loadNodes, { keys: [snapshotKey(namespace, "d", word)] })).toHaveLength(1);
  expect(firstBrokenEntry(await direct.read(listEntries, { after: 0, limit: 1_000_000 }))).toBeNull();
});

test("each of the requests of one group keeps its own outcome when the group's acknowledgement is lost", async () => {
  const by = `group-${namespace}`;
  const opening = write([snapshot("opening")], { by });
  const group = [
    write([snapshot("a")], { by }),
    write([snapshot("b"), snapshot("a")], { by }),
    write([snapshot("a")], { by }),
  ];
  await opening;
  proxy.loseNextAnswerTo("COMMIT");
  const lostBefore = proxy.lost();
  expect((await Promise.all(group)).map((outcomes) => outcomes.map(({ status }) => status))).toEqual([
    ["NEW"],
    ["NEW", "UNCHANGED"],
    ["UNCHANGED"],
  ]);
  expect(proxy.lost()).toBe(lostBefore + 1);
  expect(await entriesOf(by)).toHaveLength(3);
});

test("a read whose answer is lost is repeated", async () => {
  await write([snapshot("read")]);
  const lostBefore = proxy.lost();
  proxy.loseNextAnswerTo("RUN");
  const key = snapshotKey(namespace, "d", "read");
  expect(await graph.read(loadNodes, { keys: [key] })).toMatchObject([{ key }]);
  expect(proxy.lost()).toBe(lostBefore + 1);
});

const name = z.object({ name: z.string() });
/** Adds one at each call, which reveals a repeated effect. */
const createEffect: Statement<{ name: string }, object> = {
  name: "test/create-effect",
  mode: "write",
  text: "CREATE (:TestEffect {name: $name})",
  params: name,
  row: z.object({}),
};

async function countEffects(wanted: string): Promise<number> {
  const session = direct.session("WRITE");
  const { records } = await session.run("MATCH (e:TestEffect {name: $wanted}) DELETE e RETURN count(*) AS count", {
    wanted,
  });
  await session.close();
  return Number(records[0]?.get("count"));
}

/** Takes a decision whose commit acknowledgement is lost. Returns the number of times it was decided. */
async function decideUnheard(ledger: Ledger, by: string): Promise<number> {
  let decided = 0;
  proxy.loseNextAnswerTo("COMMIT");
  const taken = await new Decisions(ledger).take(
    { by, action: "decide", body: {}, idempotencyKey: "k" },
    name,
    async (transaction) => {
      decided += 1;
      await transaction.run(createEffect, { name: by });
      return { result: { name: by }, targets: [], detail: {} };
    },
  );
  expect(taken).toEqual({ name: by });
  return decided;
}

test("a decision whose acknowledgement is lost is decided once, and its result is returned", async () => {
  const by = `decision-${namespace}`;
  expect(await decideUnheard(new Ledger(graph), by)).toBe(1);
  expect(await countEffects(by)).toBe(1);
  expect(await entriesOf(by)).toHaveLength(1);
});

/** A ledger that retries without checking whether the first try took effect, as drivers do. */
class ForgetfulLedger extends Ledger {
  override transact<T>(
    _requestKeys: readonly string[],
    work: (transaction: LedgerTransaction) => Promise<T>,
  ): Promise<T> {
    return super.transact([], (transaction) => {
      const append = transaction.append.bind(transaction);
      transaction.append = (entry) => append({ ...entry, requestKey: randomUUID() });
      return work(transaction);
    });
  }
}

test("without that check a lost write happens twice, and these tests detect it", async () => {
  const by = `forgetful-${namespace}`;
  expect(await decideUnheard(new ForgetfulLedger(graph), by)).toBe(2);
  expect(await countEffects(by)).toBe(2);
  expect(await entriesOf(by)).toHaveLength(2);

  proxy.loseNextAnswerTo("COMMIT");
  const outcomes = await createWrite(graph, new ForgetfulLedger(graph))([snapshot("forgetful")], {
    by: `${by}-facts`,
    idempotencyKey: "k",
  });
  expect(outcomes.map(({ status }) => status)).toEqual(["UNCHANGED"]);
  expect(await entriesOf(`${by}-facts`)).toHaveLength(2);
});
