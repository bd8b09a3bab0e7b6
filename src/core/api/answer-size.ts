import { LimitExceededError } from "../shared/errors.js";

/** What a walk along the flow counts: several times an ordinary node, since each is a statement of its own. */
export const closureCost = 5;
/** What each node of a closure counts: one statement returns them all. */
export const closureNodeCost = 1 / 10;

/** Counts what one request resolves, so that an answer ends where it becomes too large, whatever was asked for. */
export class AnswerSize {
  readonly limit: number;
  #resolved = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** True once the limit is passed: nothing further is worth loading. */
  get isExceeded(): boolean {
    return this.#resolved > this.limit;
  }

  /**
   * Adds what a field resolves; `path` names the field in the answer.
   * @throws LimitExceededError when the request has resolved more than the limit.
   */
  add(cost: number, path: () => string): void {
    this.#resolved += cost;
    if (!this.isExceeded) return;
    const actual = Math.ceil(this.#resolved);
    throw new LimitExceededError(
      `the answer holds more than the limit of ${this.limit} nodes: ${actual} were resolved when ${path()} was reached; ask for smaller pages (first, last, limit) or fewer nested lists`,
      { limit: this.limit, actual },
    );
  }
}
