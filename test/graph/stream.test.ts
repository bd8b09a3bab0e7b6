import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { z } from "zod";
import { Graph } from "../../src/core/graph/graph.js";
import type { Statement } from "../../src/core/graph/statement.js";
import { DeadlineExceededError } from "../../src/core/shared/errors.js";
import { testDatabase } from "../support/test-app.js";

const graph = new Graph(testDatabase());
afterAll(() => graph.close());

/** Rows of about a kilobyte. */
const numbers: Statement<{ count: number; text: string }, { number: number; text: string }> = {
  name: "test/numbers",
  mode: "read",
  text: "UNWIND range(1, $count) AS number RETURN number, $text AS text",
  params: z.object({ count: z.number(), text: z.string() }),
  row: z.object({ number: z.number(), text: z.string() }),
};
const small: typeof numbers = { ...numbers, text: "UNWIND range(1, $count) AS number RETURN number, $text AS text" };

setFlagsFromString("--expose-gc");
const collectGarbage: unknown = runInNewContext("gc");
function heapMegabytes(): number {
  if (typeof collectGarbage === "function") collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/** The number of a request's transactions that the database is executing. */
async function running(requestId: string): Promise<number> {
  const session = graph.session("READ");
  const { records } = await session.run(
    "SHOW TRANSACTIONS YIELD metaData WHERE metaData.requestId = $requestId RETURN count(*) AS running",
    { requestId },
  );
  await session.close();
  return Number(records[0]?.get("running"));
}

async function ended(requestId: string): Promise<void> {
  for (let tries = 0; (await running(requestId)) !== 0; tries += 1) {
    if (tries > 100) throw new Error(`the database still runs ${requestId}`);
    await sleep(50);
  }
}

test("200,000 rows of a kilobyte are read in order, in bounded memory", async () => {
  const before = heapMegabytes();
  const heaps: number[] = [];
  let expected = 0;
  for await (const { number, text } of graph.stream(
    numbers,
    { count: 200_000, text: "x".repeat(1_000) },
    { timeoutMs: 240_000 },
  )) {
    expected += 1;
    if (number !== expected || text.length !== 1_000) throw new Error(`row ${expected} is ${number}`);
    if (number % 20_000 === 0) heaps.push(heapMegabytes());
  }
  expect(expected).toBe(200_000);
  expect(heaps).toHaveLength(10);
  expect(Math.max(...heaps) - before).toBeLessThan(30);
});

test("the database waits for a busy consumer, and leaving the loop early ends the statement and frees its session", async () => {
  const requestId = randomUUID();
  for await (const { number } of graph.stream(
    small,
    { count: 5_000_000, text: "" },
    { requestId, timeoutMs: 60_000 },
  )) {
    if (number > 1) break;
    await sleep(300);
    expect(await running(requestId)).toBe(1);
  }
  await ended(requestId);
  // More than the driver has connections.
  for (let times = 0; times < 120; times += 1) {
    for await (const { number } of graph.stream(small, { count: 10_000, text: "" }, { requestId }))
      if (number === 2) break;
  }
  await ended(requestId);
});

test("the end of the request and the time limit end a stream", async () => {
  const requestId = randomUUID();
  const end = new AbortController();
  const read = async (): Promise<void> => {
    for await (const { number } of graph.stream(
      small,
      { count: 5_000_000, text: "" },
      { requestId, signal: end.signal },
    ))
      if (number === 10) end.abort();
  };
  await expect(read()).rejects.toThrow(DeadlineExceededError);
  await ended(requestId);
  const slow = async (): Promise<void> => {
    for await (const { number } of graph.stream(small, { count: 5_000_000, text: "" }, { requestId, timeoutMs: 500 }))
      if (number === 1) await sleep(4_000);
  };
  await expect(slow()).rejects.toThrow(DeadlineExceededError);
  await ended(requestId);
});

test("a row that violates its declaration ends a stream with its problem, and statements are reported with their rows", async () => {
  const runs: unknown[] = [];
  const reader = graph.forRequest({ onStatement: ({ statement, rows }) => runs.push([statement, rows]) });
  const read = async (statement: typeof numbers): Promise<number> => {
    let rows = 0;
    for await (const row of reader.stream(statement, { count: 3, text: "" })) rows += row.text === "" ? 1 : 0;
    return rows;
  };
  expect(await read(small)).toBe(3);
  await expect(read({ ...small, text: "RETURN $count AS number, 1 AS text" })).rejects.toThrow(z.ZodError);
  expect(runs).toEqual([["test/numbers", 3]]);
});
