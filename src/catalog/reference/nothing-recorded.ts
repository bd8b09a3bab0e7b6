import { NotFoundError } from "../../core/shared/errors.js";

/** The refusal of keys under which nothing is recorded, or nothing was at `asOf` (epoch milliseconds; null for now). */
export function nothingRecorded(keys: readonly string[], asOf: number | null): NotFoundError {
  return new NotFoundError(
    `nothing is recorded under ${keys.join(", ")}${asOfSuffix(asOf)}; find existing nodes with search or named`,
    { keys },
  );
}

/** Names the moment of a question in a message. Empty for now. */
export function asOfSuffix(asOf: number | null): string {
  return asOf === null ? "" : ` as of ${new Date(asOf).toISOString()}`;
}
