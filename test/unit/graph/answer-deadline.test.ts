import { Neo4jError } from "neo4j-driver";
import { answeredWithin } from "../../../src/core/graph/answer-deadline.js";
import { withRetry } from "../../../src/core/graph/retry.js";
import { DeadlineExceededError, GraphUnavailableError } from "../../../src/core/shared/errors.js";

const never = new Promise<never>(() => undefined);
const lost = () => Promise.reject(new Neo4jError("the connection broke", "SessionExpired", "", ""));

test("an answer or an error in time is returned", async () => {
  expect(await answeredWithin(60_000, () => Promise.resolve(1))).toBe(1);
  await expect(answeredWithin(60_000, () => Promise.reject(new TypeError("wrong")))).rejects.toThrow(TypeError);
});

test("an operation without an answer is abandoned, and its caller is notified", async () => {
  let end: AbortSignal | undefined;
  await expect(
    answeredWithin(10, (signal) => {
      end = signal;
      return never;
    }),
  ).rejects.toThrow(GraphUnavailableError);
  expect(end?.aborted).toBe(true);
});

test("the end of a request ends its operations, and it starts no more", async () => {
  const request = new AbortController();
  const asked = answeredWithin(60_000, () => never, request.signal);
  request.abort();
  await expect(asked).rejects.toThrow(DeadlineExceededError);
  let isAsked = false;
  await expect(answeredWithin(60_000, async () => void (isAsked = true), request.signal)).rejects.toThrow(
    DeadlineExceededError,
  );
  expect(isAsked).toBe(false);
});

test("an operation of an ended request is not retried", async () => {
  const end = new AbortController();
  let tries = 0;
  await expect(
    withRetry(() => {
      tries += 1;
      end.abort(new TypeError("over"));
      return lost();
    }, end.signal),
  ).rejects.toThrow("over");
  expect(tries).toBe(1);
});

test("six tries are made, and a pool without a free connection counts as an unresponsive database", async () => {
  let tries = 0;
  const timedOut = () =>
    Promise.reject(
      new Neo4jError(
        "Connection acquisition timed out in 5000 ms. Pool status: Active conn count = 100, Idle conn count = 0.",
        "N/A",
        "",
        "",
      ),
    );
  await expect(
    withRetry(() => {
      tries += 1;
      return timedOut();
    }),
  ).rejects.toThrow(GraphUnavailableError);
  expect(tries).toBe(6);
});
