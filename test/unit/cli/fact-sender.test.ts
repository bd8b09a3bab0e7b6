import type { Outcome } from "../../../src/adapters/cli/client/api-client.js";
import { ServerError } from "../../../src/adapters/cli/client/server-error.js";
import type { BatchFact } from "../../../src/adapters/cli/import/fact-batches.js";
import { FactSender, type FactWriter } from "../../../src/adapters/cli/import/fact-sender.js";

const batch = (...ids: readonly string[]): BatchFact[] =>
  ids.map((id) => ({ operation: "recordRun", origin: { place: "runs", id }, line: id }));
const taken = (lines: readonly string[]): Outcome[] => lines.map((line) => ({ status: "NEW", key: line }));
const busy = (): ServerError =>
  new ServerError("the database is away", { code: "GRAPH_UNAVAILABLE", isTemporary: true });
const tooLarge = (): ServerError =>
  new ServerError("the body is too large", { code: "LIMIT_EXCEEDED", isTemporary: false });
const later = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

function sending(
  write: FactWriter["writeFacts"],
  stopped = new AbortController().signal,
): { sender: FactSender; outcomes: Map<string, Outcome>; retries: number[] } {
  const outcomes = new Map<string, Outcome>();
  const retries: number[] = [];
  const sender = new FactSender(
    { writeFacts: write },
    {
      onOutcomes: (facts, told) =>
        facts.forEach(({ line }, index) => {
          const outcome = told[index];
          if (outcome) outcomes.set(line, outcome);
        }),
      onRetry: (_error, delayMs) => void retries.push(delayMs),
    },
    stopped,
  );
  return { sender, outcomes, retries };
}

test("at most two batches are in progress, and all arrive", async () => {
  let underWay = 0;
  let most = 0;
  const { sender, outcomes } = sending(async (lines) => {
    most = Math.max(most, (underWay += 1));
    await later(5);
    underWay -= 1;
    return taken(lines);
  });
  for (let index = 0; index < 9; index += 1) await sender.send(batch(`r${index}`));
  await sender.drain();
  expect([most, outcomes.size]).toEqual([2, 9]);
});

test("a batch is sent again if the server was too busy", async () => {
  let calls = 0;
  const { sender, outcomes, retries } = sending(async (lines) => {
    calls += 1;
    if (calls === 1) throw busy();
    return taken(lines);
  });
  await sender.send(batch("a"));
  await sender.drain();
  expect([calls, outcomes.size, retries.length]).toEqual([2, 1, 1]);
  expect(retries[0]).toBeGreaterThanOrEqual(250);
  expect(retries[0]).toBeLessThanOrEqual(500);
});

test("the sender waits for the server's Retry-After", async () => {
  let calls = 0;
  const { sender, retries } = sending(async (lines) => {
    calls += 1;
    if (calls === 1) throw new ServerError("too many", { code: "RATE", isTemporary: true, retryAfterMs: 700 });
    return taken(lines);
  });
  await sender.send(batch("a"));
  await sender.drain();
  expect(retries).toEqual([700]);
});

test("a permanent error is thrown once, and no more batches are sent", async () => {
  let calls = 0;
  const { sender } = sending(async () => {
    calls += 1;
    throw new ServerError("forbidden", { code: "FORBIDDEN", isTemporary: false });
  });
  await sender.send(batch("a"));
  await expect(sender.drain()).rejects.toThrow("forbidden");
  await expect(sender.send(batch("b"))).rejects.toThrow("forbidden");
  expect(calls).toBe(1);
});

test("a stop does not wait for the next try", async () => {
  const stop = new AbortController();
  const { sender, retries } = sending(async () => {
    throw busy();
  }, stop.signal);
  await sender.send(batch("a"));
  await later(20);
  const begun = performance.now();
  stop.abort();
  await expect(sender.drain()).rejects.toThrow("the database is away");
  expect([retries.length, performance.now() - begun < 200]).toEqual([1, true]);
});

test("facts that are too large together are sent in parts; a fact that is too large alone is a problem", async () => {
  const { sender, outcomes } = sending(async (lines) => {
    if (lines.length > 2 || lines.includes("huge")) throw tooLarge();
    return taken(lines);
  });
  await sender.send(batch("a", "b", "c", "huge", "e", "f", "g"));
  await sender.drain();
  expect(
    [...outcomes]
      .filter(([, { status }]) => status === "NEW")
      .map(([line]) => line)
      .sort(),
  ).toEqual(["a", "b", "c", "e", "f", "g"]);
  expect(outcomes.get("huge")).toEqual({
    status: "REJECTED",
    code: "LIMIT_EXCEEDED",
    message: "the body is too large",
  });
});
