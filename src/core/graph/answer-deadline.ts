import { DeadlineExceededError, GraphUnavailableError } from "../shared/errors.js";

/** The delay after its timeout with which the database may end a transaction: it checks every two seconds. */
export const endedLateMs = 3_000;

/**
 * Queries the database and waits at most `timeoutMs`, and no longer than the request lasts. Only this detects a database
 * that no longer responds. The query gets a signal, on which it releases its connection.
 * @throws GraphUnavailableError at the timeout; DeadlineExceededError when the request ends first.
 */
export async function answeredWithin<T>(
  timeoutMs: number,
  ask: (end: AbortSignal) => Promise<T>,
  request?: AbortSignal,
): Promise<T> {
  const end = new AbortController();
  const ended = new Promise<never>((_, reject) => {
    end.signal.addEventListener("abort", () => reject(request?.aborted ? requestOver(request) : mute(timeoutMs)));
  });
  const endNow = (): void => end.abort();
  const timer = setTimeout(endNow, timeoutMs);
  request?.addEventListener("abort", endNow);
  try {
    if (request?.aborted) throw requestOver(request);
    return await Promise.race([ask(end.signal), ended]);
  } finally {
    clearTimeout(timer);
    request?.removeEventListener("abort", endNow);
  }
}

/** The error of a request that ended before the database responded. */
export function requestOver({ reason }: AbortSignal): DeadlineExceededError {
  return new DeadlineExceededError(
    "the request reached its deadline before the database responded; request less data, or try again",
    { cause: reason },
  );
}

/** The error of a database that does not respond. */
export function mute(timeoutMs: number): GraphUnavailableError {
  return new GraphUnavailableError(`the database did not respond within ${timeoutMs} ms; try again in a moment`);
}
