import { randomUUID } from "node:crypto";
import neo4j, { type Driver } from "neo4j-driver";
import { z } from "zod";
import { Graph } from "../../src/core/graph/graph.js";
import type { Statement } from "../../src/core/graph/statement.js";
import { DeadlineExceededError } from "../../src/core/shared/errors.js";
import { becomesTrue } from "../support/becomes-true.js";
import { testDatabase } from "../support/test-app.js";

/** Takes minutes unless it is terminated. */
const slow: Statement<object, { sum: number }> = {
  name: "test/slow",
  mode: "read",
  text: "UNWIND range(1, 2000000000) AS number RETURN sum(sin(number)) AS sum",
  params: z.object({}),
  row: z.object({ sum: z.number() }),
};

let graph: Graph;
let driver: Driver;
beforeAll(() => {
  const { uri, user, password } = testDatabase();
  graph = new Graph(testDatabase());
  driver = neo4j.driver(uri, user ? neo4j.auth.basic(user, password) : undefined);
});
afterAll(async () => {
  await graph.close();
  await driver.close();
});

/** The number of a request's transactions that the database is executing. */
async function running(requestId: string): Promise<number> {
  const { records } = await driver.executeQuery(
    "SHOW TRANSACTIONS YIELD metaData WHERE metaData.requestId = $requestId RETURN count(*) AS running",
    { requestId },
  );
  return Number(records[0]?.get("running"));
}

async function waitFor(requestId: string, expected: number): Promise<void> {
  const what = `the database has ${expected} transactions of ${requestId}`;
  await becomesTrue(what, async () => (await running(requestId)) === expected);
}

test("when a request ends, its read ends, in the database as well", async () => {
  const requestId = randomUUID();
  const end = new AbortController();
  const reading = graph.read(slow, {}, { signal: end.signal, requestId, timeoutMs: 600_000 });
  const refused = expect(reading).rejects.toThrow(DeadlineExceededError);
  await waitFor(requestId, 1);
  end.abort();
  await refused;
  await waitFor(requestId, 0);
});

test("a read that exceeds its timeout is terminated by the database", async () => {
  const requestId = randomUUID();
  await expect(graph.read(slow, {}, { requestId, timeoutMs: 300 })).rejects.toThrow(DeadlineExceededError);
  await waitFor(requestId, 0);
});
