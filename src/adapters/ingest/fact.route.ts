import { type Request, type Response, Router } from "express";
import type { Logger } from "pino";
import type { RequestContext, RequestScope } from "../../core/api/context.js";
import type { Limits } from "../../core/api/limits.js";
import { type Identify, requireRole } from "../../core/api/principal.js";
import { bookmarkHeader, formatBookmarks } from "../../core/api/server/bookmark.js";
import { type ReadBody, readTextBody } from "../../core/api/server/read-body.js";
import { logRequest } from "../../core/api/server/request-log.js";
import { openScope } from "../../core/api/server/request-scope.js";
import type { FactOutcome } from "../../core/facts/fact-plan.js";
import { InvalidInputError, LimitExceededError } from "../../core/shared/errors.js";

/** The dependencies that the routes of all formats share. */
export interface FactRouteOptions {
  readonly identify: Identify;
  readonly createContext: (scope: RequestScope) => Pick<RequestContext, "facts">;
  readonly bookmarks: () => Promise<string[]>;
  readonly limits: Limits;
  readonly log: Logger;
}

/** The facts of one request body. A fact that cannot be read is an AppError in the place of the fact. */
export interface FactBatch {
  readonly facts: readonly unknown[];
}

/** A format in which a route accepts facts: how its bodies are read, and how it reports the outcomes. */
export interface FactFormat<Batch extends FactBatch> {
  /** The route in the log and in messages, such as `POST /api/facts`. */
  readonly route: string;
  readonly mediaTypes: readonly string[];
  /** What to send instead, for the error of a request with another media type. */
  readonly expects: string;
  /**
   * Reads a body. `limitFacts` throws if there are too many facts; call it before any work on each of them.
   * @throws AppError when the body as a whole cannot be read.
   */
  parse(body: string, limitFacts: (count: number) => void): Batch;
  /** The answer to a request whose facts have these outcomes, in the order of the batch. */
  answer(outcomes: readonly FactOutcome[], batch: Batch): FactAnswer;
}

export interface FactAnswer {
  readonly status: number;
  readonly body: object;
}

const maxKeyLength = 200;

/**
 * `POST /` for facts in one format. The caller is identified before the body is read; compressed bodies are accepted;
 * concurrent requests are committed together; each fact is accepted or rejected by itself, and invalid descriptions and
 * measurements are left out of it.
 */
export function createFactRouter<Batch extends FactBatch>(
  format: FactFormat<Batch>,
  options: FactRouteOptions,
): Router {
  const readBody = readTextBody(options.limits.batchBytes, format.mediaTypes);
  return Router().post("/", (request, response) => writeFacts(request, response, { ...options, format, readBody }));
}

interface FactRoute<Batch extends FactBatch> extends FactRouteOptions {
  readonly format: FactFormat<Batch>;
  readonly readBody: ReadBody;
}

async function writeFacts<Batch extends FactBatch>(
  request: Request,
  response: Response,
  { format, readBody, identify, createContext, bookmarks, limits, log }: FactRoute<Batch>,
): Promise<void> {
  const startedAt = performance.now();
  requireMediaType(request, format);
  const scope = await openScope(request, response, identify, limits.batchMs);
  requireRole(scope.principal, "writer", format.route);
  const idempotencyKey = readKey(request);
  const body = await readBody(request, response);
  const batch = format.parse(typeof body === "string" ? body : "", (count) => limitFacts(count, limits.batchFacts));
  const outcomes = await createContext(scope).facts.write(batch.facts, { idempotencyKey, omitsInvalid: true });
  const answer = format.answer(outcomes, batch);
  response.set(bookmarkHeader, formatBookmarks(await bookmarks()));
  response.status(answer.status).json(answer.body);
  logRequest(log, scope, { operation: format.route, status: answer.status, startedAt });
}

/** A form on another site cannot send such a media type without a preflight request. */
function requireMediaType(
  request: Request,
  { mediaTypes, expects }: Pick<FactFormat<FactBatch>, "mediaTypes" | "expects">,
): void {
  if (request.is([...mediaTypes])) return;
  throw new InvalidInputError(`the content-type is ${request.get("content-type") ?? "missing"}; send ${expects}`);
}

function limitFacts(count: number, limit: number): void {
  if (count > limit)
    throw new LimitExceededError(
      `the batch has ${count} facts, more than the limit of ${limit}; send several batches`,
      { limit, actual: count },
    );
}

function readKey(request: Request): string | undefined {
  const key = request.get("idempotency-key");
  if (key === undefined) return undefined;
  if (key === "" || key.length > maxKeyLength)
    throw new InvalidInputError(`idempotency-key has ${key.length} characters; give 1 to ${maxKeyLength}`);
  return key;
}
