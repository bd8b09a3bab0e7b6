import { randomUUID } from "node:crypto";
import { z } from "zod";
import { Graph } from "../../src/core/graph/graph.js";
import { withRetry } from "../../src/core/graph/retry.js";
import type { Statement } from "../../src/core/graph/statement.js";
import { DeadlineExceededError, GraphUnavailableError } from "../../src/core/shared/errors.js";
import { testDatabase } from "../support/test-app.js";

const graph = new Graph(testDatabase());
afterAll(() => graph.close());

const echo = <Row>(text: string, row: z.ZodType<Row>): Statement<{ value?: unknown }, Row> => ({
  name: "test/echo",
  mode: "read",
  text,
  params: z.object({ value: z.unknown() }),
  row,
});
const anything = echo("RETURN $value AS value", z.object({ value: z.unknown() }));

test.each([
  [0],
  [-1],
  [2 ** 53 - 1],
  [0.5],
  ["text"],
  [true],
  [null],
  [[1, 2]],
  [[1, 2.5]],
  [["a", null]],
  [{ a: [{ b: 1 }] }],
])("%j is read from the database as it was written", async (value) => {
  expect(await graph.read(anything, { value })).toEqual([{ value }]);
});

test("whole numbers are stored as integers, lists of numbers with one type", async () => {
  const kinds = echo(
    "RETURN valueType($value.whole) AS whole, valueType($value.mixed) AS mixed, valueType($value.limit) AS limit",
    z.object({ whole: z.string(), mixed: z.string(), limit: z.string() }),
  );
  const [row] = await graph.read(kinds, { value: { whole: 3, mixed: [1, 2.5], limit: [1, 2] } });
  expect(row).toEqual({
    whole: "INTEGER NOT NULL",
    mixed: "LIST<FLOAT NOT NULL> NOT NULL",
    limit: "LIST<INTEGER NOT NULL> NOT NULL",
  });
});

test("parameters and rows that violate their declaration are errors, and later reads succeed", async () => {
  const strict: Statement<{ key: string }, { key: string }> = {
    name: "test/strict",
    mode: "read",
    text: "RETURN 1 AS key",
    params: z.object({ key: z.string() }),
    row: z.object({ key: z.string() }),
  };
  const wrong: unknown = { key: 1 };
  // Errors that reads do not detect at compile time must be detected at run time, before anything is sent.
  await expect(async () => graph.read(strict as unknown as Statement<unknown, { key: string }>, wrong)).rejects.toThrow(
    z.ZodError,
  );
  await expect(graph.read(strict, { key: "a" })).rejects.toThrow(z.ZodError);
  await expect(graph.read(echo("RETURN nonsense", z.object({})), { value: null })).rejects.toThrow(/nonsense/);
  expect(await graph.read(anything, { value: "fine" })).toEqual([{ value: "fine" }]);
});

test("concurrent reads each get their own answer, even if some end early", async () => {
  const reads = Array.from({ length: 200 }, async (_, value) => {
    const end = new AbortController();
    const reading = graph.read(anything, { value }, { signal: end.signal });
    if (value % 10 === 0) end.abort();
    return reading.then(
      ([row]) => row?.value,
      (error: unknown) => error,
    );
  });
  (await Promise.all(reads)).forEach((answer, value) => {
    if (value % 10 === 0) expect(answer).toBeInstanceOf(DeadlineExceededError);
    else expect(answer).toBe(value);
  });
});

test("the loser of a deadlock is retried", async () => {
  const [left, right] = [`left-${randomUUID()}`, `right-${randomUUID()}`];
  const setUp = graph.session("WRITE");
  await setUp.run("UNWIND $names AS name CREATE (:TestLock {name: name, count: 0})", { names: [left, right] });
  let arrived = 0;
  let open = (): void => undefined;
  const bothHoldOne = new Promise<void>((resolve) => (open = resolve));
  let tries = 0;
  const count = (names: readonly string[]) =>
    withRetry(async () => {
      tries += 1;
      const session = graph.session("WRITE");
      const transaction = session.beginTransaction();
      try {
        for (const name of names) {
          await transaction.run("MATCH (l:TestLock {name: $name}) SET l.count = l.count + 1", { name });
          if ((arrived += 1) === 2) open();
          await bothHoldOne;
        }
        await transaction.commit();
      } finally {
        await session.close();
      }
    });
  await Promise.all([count([left, right]), count([right, left])]);
  const { records } = await setUp.run(
    "MATCH (l:TestLock) WHERE l.name IN $names WITH l, l.count AS count DELETE l RETURN count",
    { names: [left, right] },
  );
  await setUp.close();
  expect(records.map((record) => Number(record.get("count")))).toEqual([2, 2]);
  expect(tries).toBeGreaterThan(2);
});

test("an address without a listener is reported as an unavailable database within seconds", async () => {
  const nowhere = new Graph({ ...testDatabase(), uri: "bolt://127.0.0.1:1", connectionTimeoutMs: 500 });
  await expect(nowhere.read(anything, { value: 1 })).rejects.toThrow(GraphUnavailableError);
  await nowhere.close();
  // The driver itself would retry for 30 s.
}, 25_000);
