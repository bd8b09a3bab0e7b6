import { InvalidInputError } from "../shared/errors.js";

/**
 * Reads `asOf` as epoch milliseconds. Null is now.
 * @throws InvalidInputError when it is in the future.
 */
export function readAsOf(asOf: Date | null | undefined): number | null {
  if (asOf == null) return null;
  const now = Date.now();
  if (asOf.getTime() <= now) return asOf.getTime();
  throw new InvalidInputError(
    `asOf is ${asOf.toISOString()}, which is after the current server time, ${new Date(now).toISOString()}; omit it to query the current state`,
  );
}
