import { DeadlineExceededError } from "../shared/errors.js";
import { mute, requestOver } from "./answer-deadline.js";

/** Waits for one answer after another, until a common deadline or the end of the request. */
export class WaitUntil {
  readonly #timer: NodeJS.Timeout;
  readonly #request: AbortSignal | undefined;
  #isWaiting = false;
  #error: Error | undefined;
  #reject: ((error: Error) => void) | undefined;

  constructor(timeoutMs: number, request?: AbortSignal) {
    this.#request = request;
    this.#timer = setTimeout(() => this.#end(this.#isWaiting ? mute(timeoutMs) : unread(timeoutMs)), timeoutMs);
    if (request?.aborted) this.#endRequest();
    else request?.addEventListener("abort", this.#endRequest);
  }

  /**
   * @throws GraphUnavailableError at the deadline; DeadlineExceededError when the request ends, or when the deadline passed
   * between two answers.
   */
  wait<T>(answer: Promise<T>): Promise<T> {
    // Not Promise.race: it would keep a reaction for every answer until the end.
    return new Promise((resolve, reject) => {
      this.#reject = reject;
      this.#isWaiting = true;
      void answer.then(resolve, reject).finally(() => (this.#isWaiting = false));
      if (this.#error) reject(this.#error);
    });
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#request?.removeEventListener("abort", this.#endRequest);
  }

  readonly #endRequest = (): void => {
    if (this.#request) this.#end(requestOver(this.#request));
  };

  #end(error: Error): void {
    this.#error = error;
    this.#reject?.(error);
  }
}

function unread(timeoutMs: number): DeadlineExceededError {
  return new DeadlineExceededError(
    `the answer was not read within ${timeoutMs} ms; read it faster, or request less data`,
  );
}
