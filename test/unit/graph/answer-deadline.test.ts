import { Neo4jError } from "neo4j-driver";
import { answeredWithin } from "../../../src/core/graph/answer-deadline.js";
import { withRetry } from "../../../src/core/graph/retry.js";
import { DeadlineExceededError, GraphUnavailableError } from "../../../src/core/shared/errors.js";

const never = new Promise<never>(() => undefined);
const lost = () => Promise.reject(new Neo4jError("the connection broke", "SessionExpired", "", ""));

test("what is answered in time is given back, and its error too", async () => {
  expect(await answeredWithin(60_000, () => Promise.resolve(1))).toBe(1);
  await expect(answeredWithin(60_000, () => Promise.reject(new TypeError("wrong")))).rejects.toThrow(TypeError);
});

test("what is never answered is given up, and whoever asked is told to let go", async () => {
  let end: AbortSignal | undefined;
  await expect(
    answeredWithin(10, (signal) => {
      end = signal;
      return never;
    }),
  ).rejects.toThrow(GraphUnavailableError);
  expect(end?.aborted).toBe(true);
});

test("a request that is over ends what it asked for, and asks for nothing more", async () => {
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

test("what nobody waits for is not tried again", async () => {
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

test("six tries are made, and a pool without a connection in time is a database that does not answer", async () => {
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
