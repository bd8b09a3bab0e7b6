import { DeadlineExceededError } from "../shared/errors.js";

/**
 * Waits for a write for at most `timeoutMs`. The write itself continues.
 * @throws DeadlineExceededError when it is not acknowledged in time.
 */
export async function acknowledgedWithin<T>(timeoutMs: number, write: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unacknowledged(`did not acknowledge the write within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([write, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The error of a write whose outcome is unknown. */
export function unacknowledged(what: string, options?: ErrorOptions): DeadlineExceededError {
  return new DeadlineExceededError(
    `the database ${what}; the write may still take effect, so send it again with the same idempotency key, which prevents a second effect`,
    options,
  );
}
