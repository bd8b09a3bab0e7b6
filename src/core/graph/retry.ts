import { setTimeout as sleep } from "node:timers/promises";
import { isTransient, toAppError } from "./graph-error.js";

const maxTries = 6;
const firstPauseMs = 10;
const longestPauseMs = 500;
/** No try begins later than that after the first. */
const retryForMs = 10_000;

/** Runs the work until it succeeds, fails for good, or nobody waits for it any more: transient errors only, full jitter between tries. */
export async function withRetry<T>(work: (attempt: number) => Promise<T>, end?: AbortSignal): Promise<T> {
  const startedAt = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    end?.throwIfAborted();
    try {
      return await work(attempt);
    } catch (error) {
      const isLast = attempt === maxTries || performance.now() - startedAt > retryForMs;
      if (isLast || !isTransient(error)) throw toAppError(error);
    }
    await sleep(Math.random() * Math.min(longestPauseMs, firstPauseMs * 2 ** attempt));
  }
}
