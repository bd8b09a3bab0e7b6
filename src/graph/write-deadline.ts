import { DeadlineExceededError } from "../shared/errors.js";

/**
 * Waits for a write no longer than that; the write itself goes on.
 * @throws DeadlineExceededError when it is not acknowledged in time.
 */
export async function acknowledgedWithin<T>(timeoutMs: number, write: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineExceededError(
      `the database did not acknowledge the write within ${timeoutMs} ms, and it may still happen; send it again with the same idempotency key, what is said twice takes effect once`,
    )), timeoutMs);
  });
  try {
    return await Promise.race([write, late]);
  } finally {
    clearTimeout(timer);
  }
}
