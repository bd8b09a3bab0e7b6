import { DeadlineExceededError, GraphUnavailableError } from "../shared/errors.js";

/** How much later than its timeout the database may end a transaction: it looks every other second only. */
export const endedLateMs = 3_000;

/**
 * Asks the database and waits no longer than that, nor longer than the request lasts: of a database that goes mute
 * nothing else tells. What was asked gets a signal, on which it lets go of its connection.
 * @throws GraphUnavailableError when the time is up; DeadlineExceededError when the request is over first.
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

function requestOver({ reason }: AbortSignal): DeadlineExceededError {
  return new DeadlineExceededError(
    "the request reached its deadline before the database responded; request less data, or try again",
    { cause: reason },
  );
}

function mute(timeoutMs: number): GraphUnavailableError {
  return new GraphUnavailableError(`the database did not respond within ${timeoutMs} ms; try again in a moment`);
}
