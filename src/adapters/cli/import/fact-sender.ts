import { setTimeout as sleep } from "node:timers/promises";
import type { Outcome } from "../client/api-client.js";
import { ServerError } from "../client/server-error.js";
import type { BatchFact } from "./fact-batches.js";

/** Where facts go; the API's client is one. */
export interface FactWriter {
  writeFacts(lines: readonly string[]): Promise<readonly Outcome[]>;
}

/** What is told of the sending as it goes on. */
export interface SenderEvents {
  readonly onOutcomes: (batch: readonly BatchFact[], outcomes: readonly Outcome[]) => void;
  /** The server did not take a batch; it is sent again after so many milliseconds. */
  readonly onRetry: (error: ServerError, delayMs: number) => void;
}

/** Two: one is written while the next is on its way. More only wait in the server's queue. */
const maxInFlight = 2;
/** About a minute and a half in all: a server that is started again has time to come back. */
const retryDelaysMs = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 30_000];

/** Sends batches, a few at a time and again where the server was busy or away: facts may be said twice. */
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
   * Returns when there is room for the next batch.
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
   * Waits for what is under way.
   * @throws ServerError when a batch could not be written.
   */
  async drain(): Promise<void> {
    await Promise.all(this.#inFlight);
    this.#throwFailure();
  }

  async #write(batch: readonly BatchFact[]): Promise<void> {
    try {
      this.#events.onOutcomes(batch, await this.#writeStubbornly(batch));
    } catch (error) {
      if (!(error instanceof ServerError) || error.code !== "LIMIT_EXCEEDED") throw error;
      // The server's limits may be set lower than ours: halves may pass, and a fact that does not pass alone never will.
      if (batch.length === 1)
        return this.#events.onOutcomes(batch, [{ status: "REJECTED", code: error.code, message: error.message }]);
      const half = Math.ceil(batch.length / 2);
      await this.#write(batch.slice(0, half));
      await this.#write(batch.slice(half));
    }
  }

  async #writeStubbornly(batch: readonly BatchFact[]): Promise<readonly Outcome[]> {
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

  /** Not all clients come back at the same moment. */
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
