import { AppError, type ErrorCode } from "../shared/errors.js";
import type { RequestContext } from "./context.js";

/** One fact: the name of a mutation and its input. */
export interface GivenFact {
  readonly operation: string;
  readonly input: object;
  readonly idempotencyKey?: string | null | undefined;
}

/**
 * Records one fact on behalf of the caller. Returns the key of its subject.
 * @throws AppError with the code and the details of the rejection.
 */
export async function recordFact(
  { facts }: RequestContext,
  { operation, input, idempotencyKey }: GivenFact,
): Promise<string> {
  const [outcome] = await facts.write([{ operation, input }], { idempotencyKey: idempotencyKey ?? undefined });
  if (!outcome) throw new TypeError(`${operation} has no outcome`);
  if (outcome.status === "REJECTED") throw new AppError(rejectionCode(outcome.code), outcome.message, outcome.details);
  return outcome.key;
}

const rejectionCodes: readonly ErrorCode[] = ["NOT_FOUND", "CONFLICT", "LIMIT_EXCEEDED", "FORBIDDEN"];

function rejectionCode(code: string): ErrorCode {
  return rejectionCodes.find((known) => known === code) ?? "BAD_USER_INPUT";
}
