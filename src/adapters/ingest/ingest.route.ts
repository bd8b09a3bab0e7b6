import express, { type Request, type RequestHandler, type Response, Router } from "express";
import type { Logger } from "pino";
import type { RequestContext, RequestScope } from "../../core/api/context.js";
import type { Limits } from "../../core/api/limits.js";
import { type Identify, requireRole } from "../../core/api/principal.js";
import { bookmarkHeader, formatBookmarks } from "../../core/api/server/bookmark.js";
import { logRequest } from "../../core/api/server/request-log.js";
import { openScope } from "../../core/api/server/request-scope.js";
import { InvalidInputError, LimitExceededError } from "../../core/shared/errors.js";
import { mergeOutcomes } from "./ingest.service.js";

export interface IngestRouteOptions {
  readonly identify: Identify;
  readonly createContext: (scope: RequestScope) => Pick<RequestContext, "facts">;
  readonly bookmarks: () => Promise<string[]>;
  readonly limits: Limits;
  readonly log: Logger;
}

const mediaTypes = ["application/x-ndjson", "application/ndjson", "application/jsonl"];
const maxKeyLength = 200;

/**
 * `POST /`: one fact a line, as JSON; answers `{"outcomes": […]}` in the same order. Compressed bodies are welcome. A
 * line that is no fact is rejected alone.
 */
export function createIngestRouter(options: IngestRouteOptions): Router {
  const router = Router();
  const readBody = express.text({ type: mediaTypes, limit: options.limits.batchBytes, defaultCharset: "utf-8" });
  router.post("/", requireNdjson, readBody, (request, response) => writeBatch(request, response, options));
  return router;
}

// A form of another site cannot send these types without asking first.
const requireNdjson: RequestHandler = (request, _response, next) => {
  if (request.is(mediaTypes)) return next();
  throw new InvalidInputError(
    `the content-type is ${request.get("content-type") ?? "missing"}; send facts as application/x-ndjson, one JSON object a line`,
  );
};

async function writeBatch(
  request: Request,
  response: Response,
  { identify, createContext, bookmarks, limits, log }: IngestRouteOptions,
): Promise<void> {
  const startedAt = performance.now();
  const scope = await openScope(request, response, identify, limits.batchMs);
  requireRole(scope.principal, "writer", "POST /api/facts");
  const lines = readLines(typeof request.body === "string" ? request.body : "", limits.batchFacts);
  const facts = lines.flatMap((line) => ("fact" in line ? [line.fact] : []));
  const written = await createContext(scope).facts.write(facts, { idempotencyKey: readKey(request) });
  const outcomes = mergeOutcomes(
    lines.map((line) =>
      "fact" in line ? null : { status: "REJECTED", code: "BAD_USER_INPUT", message: line.problem },
    ),
    written,
  ).map((outcome, index) =>
    outcome.status === "REJECTED"
      ? { ...outcome, message: `line ${lines[index]?.number}: ${outcome.message}` }
      : outcome,
  );
  response.set(bookmarkHeader, formatBookmarks(await bookmarks())).json({ outcomes });
  logRequest(log, scope, { operation: "POST /api/facts", status: 200, startedAt });
}

/** One line of a batch: what it says, or why it cannot be read. */
type Line = { readonly number: number } & ({ readonly fact: unknown } | { readonly problem: string });

/**
 * Splits a batch into its lines; empty ones do not count.
 * @throws LimitExceededError when there are too many.
 */
function readLines(body: string, maxFacts: number): Line[] {
  const lines = body.split("\n").flatMap((text, index) => (text.trim() === "" ? [] : [{ text, number: index + 1 }]));
  if (lines.length === 0)
    throw new InvalidInputError("the body holds no fact; send one JSON object a line, each with operation and input");
  if (lines.length > maxFacts)
    throw new LimitExceededError(
      `the batch has ${lines.length} facts, more than the limit of ${maxFacts}; send several batches`,
      { limit: maxFacts, actual: lines.length },
    );
  return lines.map(({ text, number }) => readLine(text, number));
}

function readLine(text: string, number: number): Line {
  try {
    return { number, fact: JSON.parse(text) };
  } catch (error) {
    return { number, problem: `is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function readKey(request: Request): string | undefined {
  const key = request.get("idempotency-key");
  if (key === undefined) return undefined;
  if (key === "" || key.length > maxKeyLength)
    throw new InvalidInputError(`idempotency-key has ${key.length} characters; give 1 to ${maxKeyLength}`);
  return key;
}
