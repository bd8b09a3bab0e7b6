import { setTimeout as sleep } from "node:timers/promises";
import type { Outcome } from "../client/api-client.js";
import { ServerError } from "../client/server-error.js";
import type { BatchFact } from "./fact-batches.js";

/** The destination of facts. Implemented by the API's client. */
export interface FactWriter {
  writeFacts(lines: readonly string[]): Promise<readonly Outcome[]>;
}

/** Callbacks for the progress of sending. */
export interface SenderEvents {
  readonly onOutcomes: (batch: readonly BatchFact[], outcomes: readonly Outcome[]) => void;
  /** The server did not accept a batch, which is sent again after this delay. */
  readonly onRetry: (error: ServerError, delayMs: number) => void;
}

/** One batch is written while the next is transferred. More would only wait in the server's queue. */
const maxInFlight = 2;
/** About 90 seconds in total, enough for a server to restart. */
const retryDelaysMs = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 30_000];

/** Sends batches concurrently and retries if the server is busy or not reachable, since facts can be repeated. */
export class FactSender {
  readonly #writer: FactWriter;
  readonly #events: SenderEvents;
  readonly #stopped: AbortSignal;
  readonly #inFlight = new Set<Promise<void>>();
  #failures: unknown[] = [];

  constructor(writer: FactWriter, events: SenderEvents, stopped: AbortSignal) {
    this.#writer = writer;
    this.#events = events;
    this.#stopped = stopped;
  }

  /**
   * Queues a batch and returns when the next one can be sent.
   * @throws ServerError when an earlier batch could not be written.
   */
  async send(batch: readonly BatchFact[]): Promise<void> {
    this.#throwFailure();
    const work = this.#write(batch)
      .catch((error: unknown) => void this.#failures.push(error))
      .finally(() => this.#inFlight.delete(work));
    this.#inFlight.add(work);
    if (this.#inFlight.size >= maxInFlight) await Promise.race(this.#inFlight);
    this.#throwFailure();
  }

  /**
   * Waits for the batches in progress.
   * @throws ServerError when a batch could not be written.
   */
  async drain(): Promise<void> {
    await Promise.all(this.#inFlight);
    this.#throwFailure();
  }

  async #write(batch: readonly BatchFact[]): Promise<void> {
    try {
      this.#events.onOutcomes(batch, await this.#writeWithRetries(batch));
    } catch (error) {
      if (!(error instanceof ServerError) || error.code !== "LIMIT_EXCEEDED") throw error;
      // The server's limits may be lower than these. Halves may be accepted; a single fact that is too large never is.
      if (batch.length === 1)
        return this.#events.onOutcomes(batch, [{ status: "REJECTED", code: error.code, message: error.message }]);
      const half = Math.ceil(batch.length / 2);
      await this.#write(batch.slice(0, half));
      await this.#write(batch.slice(half));
    }
  }

  async #writeWithRetries(batch: readonly BatchFact[]): Promise<readonly Outcome[]> {
    const lines = batch.map(({ line }) => line);
    for (const delayMs of retryDelaysMs) {
      try {
        return await this.#writer.writeFacts(lines);
      } catch (error) {
        if (!(error instanceof ServerError && error.isTemporary) || this.#stopped.aborted) throw error;
        await this.#pause(error, delayMs);
      }
    }
    return this.#writer.writeFacts(lines);
  }

  /** The random delay prevents clients from retrying at the same time. */
  async #pause(error: ServerError, delayMs: number): Promise<void> {
    const waitMs = Math.max(error.retryAfterMs ?? 0, delayMs * (0.5 + Math.random() / 2));
    this.#events.onRetry(error, waitMs);
    await sleep(waitMs, undefined, { signal: this.#stopped }).catch(() => {
      throw error;
    });
  }

  #throwFailure(): void {
    if (this.#failures.length > 0) throw this.#failures[0];
  }
}
