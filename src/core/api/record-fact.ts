import DataLoader from "dataloader";
import { AppError, type ErrorCode } from "../shared/errors.js";
import type { Loaders, RequestContext } from "./context.js";

/** One fact: the name of a mutation and its input. */
export interface GivenFact {
  readonly operation: string;
  readonly input: object;
  readonly idempotencyKey?: string | null | undefined;
}

/**
 * Records one fact on behalf of the caller; answers with the key of what it is about.
 * @throws AppError with the code and the details of the rejection.
 */
export async function recordFact(
  { facts, loaders }: RequestContext,
  { operation, input, idempotencyKey }: GivenFact,
): Promise<string> {
  const [outcome] = await facts.write([{ operation, input }], { idempotencyKey: idempotencyKey ?? undefined });
  forgetLoaded(loaders);
  if (!outcome) throw new TypeError(`${operation} was written without an outcome`);
  if (outcome.status === "REJECTED") throw new AppError(rejectionCode(outcome.code), outcome.message, outcome.details);
  return outcome.key;
}

/** To be called after a mutation: those of one request run one after the other, and what an earlier one read may be changed by a later one. */
export function forgetLoaded(loaders: Loaders): void {
  for (const loader of Object.values(loaders)) if (loader instanceof DataLoader) loader.clearAll();
}

const rejectionCodes: readonly ErrorCode[] = ["NOT_FOUND", "CONFLICT", "LIMIT_EXCEEDED", "FORBIDDEN"];

function rejectionCode(code: string): ErrorCode {
  return rejectionCodes.find((known) => known === code) ?? "BAD_USER_INPUT";
}
