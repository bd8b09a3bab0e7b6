import express, { type RequestHandler, Router } from "express";
import type { FactSink } from "../api/context.js";
import type { Limits } from "../api/limits.js";
import type { FactOutcome } from "../facts/fact-plan.js";
import { InvalidInputError, LimitExceededError } from "../shared/errors.js";

/** Makes the sink of whoever sent a request. */
export type SinkOf = (request: express.Request) => FactSink;

const types = ["application/x-ndjson", "application/ndjson", "application/jsonl"];

/**
 * `POST /api/facts`: one fact a line, as JSON; answers `{"outcomes": […]}` in the same order. Compressed bodies are
 * welcome. A line that is no fact is rejected alone.
 */
export function createIngestRouter(limits: Limits, sinkOf: SinkOf): Router {
  const router = Router();
  router.post("/facts", requireType, express.text({ type: types, limit: limits.batchBytes, defaultCharset: "utf-8" }), writeBatch(limits, sinkOf));
  return router;
}

const requireType: RequestHandler = (request, _response, next) => {
  if (request.is(types) !== false) return next();
  next(new InvalidInputError(`the content type is ${request.get("content-type") ?? "missing"}; send application/x-ndjson, one fact a line`));
};

function writeBatch(limits: Limits, sinkOf: SinkOf): RequestHandler {
  return async (request, response) => {
    const lines = String(request.body ?? "").split("\n").flatMap((text, index) => (text.trim() === "" ? [] : [{ text, line: index + 1 }]));
    if (lines.length > limits.batchFacts) {
      throw new LimitExceededError(`the batch has ${lines.length} facts, more than the limit of ${limits.batchFacts}; send several batches`, { limit: limits.batchFacts });
    }
    const read = lines.map(readLine);
    const written = await sinkOf(request).write(read.flatMap((one) => ("fact" in one ? [one.fact] : [])), { idempotencyKey: request.get("idempotency-key") });
    response.json({ outcomes: inOrder(read, written) });
  };
}

type ReadLine = { readonly line: number } & ({ readonly fact: unknown } | { readonly rejected: FactOutcome });

function readLine({ text, line }: { text: string; line: number }): ReadLine {
  try {
    return { line, fact: JSON.parse(text) as unknown };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { line, rejected: { status: "REJECTED", code: "BAD_USER_INPUT", message: `is not JSON: ${why}` } };
  }
}

function inOrder(read: readonly ReadLine[], written: readonly FactOutcome[]): FactOutcome[] {
  const outcomes = written.values();
  return read.map((one) => {
    const outcome = "rejected" in one ? one.rejected : outcomes.next().value;
    if (!outcome) throw new TypeError("a fact was written without an outcome");
    return outcome.status === "REJECTED" ? { ...outcome, message: `line ${one.line}: ${outcome.message}` } : outcome;
  });
}
