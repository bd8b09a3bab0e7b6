import { setTimeout as sleep } from "node:timers/promises";
import { isTransient, toAppError } from "./graph-error.js";

const maxTries = 6;
const firstPauseMs = 10;
const longestPauseMs = 500;
/** No attempt starts later than this after the first one. */
const retryForMs = 10_000;

/** Retries work after transient errors, with full jitter, until it succeeds, fails permanently, or `end` aborts. */
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
