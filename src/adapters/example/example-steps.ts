import type { RequestContext } from "../../core/api/context.js";
import { requestKeyOf } from "../../core/graph/decisions.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { findRequests } from "../../core/graph/ledger.statements.js";
import { ConflictError, DeadlineExceededError, GraphUnavailableError } from "../../core/shared/errors.js";

/** Retries are safe: a step that took effect without an acknowledgement is found by its key. */
const maxTries = 3;

/** One step of loading the example: a request of one principal, with its own idempotency key. */
export interface StepName {
  readonly by: string;
  readonly key: string;
}

/** Creates the context of each step, and finds the steps that have been taken. */
export interface ExampleStepsOptions {
  readonly graph: GraphReader;
  readonly contextFor: (by: string) => RequestContext;
  /** Ends the loading between two steps. */
  readonly signal: AbortSignal;
}

/**
 * The steps of loading the example. Each is one entry of the ledger, and its idempotency key marks it as taken. Loading
 * can therefore stop after any step and continue later, and two processes can load the example at once.
 */
export class ExampleSteps {
  readonly #options: ExampleStepsOptions;

  constructor(options: ExampleStepsOptions) {
    this.#options = options;
  }

  /** Takes a step unless it has been taken, by an earlier start or by another process. */
  async take({ by, key }: StepName, step: (context: RequestContext, key: string) => Promise<unknown>): Promise<void> {
    if (await this.hasTaken({ by, key })) return;
    try {
      await this.#try(() => step(this.#options.contextFor(by), key));
    } catch (error) {
      // Another process took the step in between, on a state of the graph that no longer exists.
      if (!(error instanceof ConflictError) || !(await this.hasTaken({ by, key }))) throw error;
    }
  }

  /** Takes a step whose result later steps use. A repeated step returns its first result. */
  async repeat<Result>(
    { by, key }: StepName,
    step: (context: RequestContext, key: string) => Promise<Result>,
  ): Promise<Result> {
    return this.#try(() => step(this.#options.contextFor(by), key));
  }

  async hasTaken({ by, key }: StepName): Promise<boolean> {
    const found = await this.#options.graph.read(findRequests, { requestKeys: [requestKeyOf(by, key)] });
    return found.length > 0;
  }

  /** Retries a step if the database was too slow, as on a first start, when it compiles each statement that it executes. */
  async #try<Result>(step: () => Promise<Result>): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      this.#options.signal.throwIfAborted();
      try {
        return await step();
      } catch (error) {
        if (tries === maxTries || !isSlow(error)) throw error;
      }
    }
  }
}

function isSlow(error: unknown): boolean {
  return error instanceof DeadlineExceededError || error instanceof GraphUnavailableError;
}
