import { setTimeout as sleep } from "node:timers/promises";
import { DeadlineExceededError } from "../shared/errors.js";
import { isTransient, toAppError } from "./graph-error.js";

const maxTries = 6;
const firstPauseMs = 10;
const longestPauseMs = 500;

/**
 * Runs the work until it succeeds, fails for good, or time is up: transient errors only, full jitter between tries.
 * @throws DeadlineExceededError when the signal aborts first.
 */
export async function withRetry<T>(work: (attempt: number) => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    if (signal?.aborted) throw deadlineError(signal);
    try {
      return await orAborted(work(attempt), signal);
    } catch (error) {
      if (signal?.aborted) throw deadlineError(signal);
      if (!isTransient(error) || attempt === maxTries) throw toAppError(error);
    }
    await sleep(Math.random() * Math.min(longestPauseMs, firstPauseMs * 2 ** attempt));
  }
}

/** Stops waiting when the signal aborts: a server that went mute never settles the work. */
async function orAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return work;
  work.catch(() => undefined);
  let onAbort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(deadlineError(signal));
    signal.addEventListener("abort", onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

function deadlineError(signal: AbortSignal): DeadlineExceededError {
  return new DeadlineExceededError("the request's time ran out before the database answered; ask for less, or try again", { cause: signal.reason });
}
