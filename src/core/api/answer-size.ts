import { LimitExceededError } from "../shared/errors.js";

/** Cost of one closure: several times that of a node, because each closure runs its own statement. */
export const closureCost = 5;
/** Cost of each node of a closure: low, because one statement returns all of them. */
export const closureNodeCost = 1 / 10;

/** Counts the nodes that one request resolves, and ends it above the limit. */
export class AnswerSize {
  readonly limit: number;
  #resolved = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Whether the limit is exceeded, so that nothing else needs to be loaded. */
  get isExceeded(): boolean {
    return this.#resolved > this.limit;
  }

  /**
   * Adds the cost of a field. `path` is the path of the field in the response.
   * @throws LimitExceededError when the request has resolved more than the limit.
   */
  add(cost: number, path: () => string): void {
    this.#resolved += cost;
    if (!this.isExceeded) return;
    const actual = Math.ceil(this.#resolved);
    throw new LimitExceededError(
      `the response has more than the limit of ${this.limit} nodes: ${actual} were resolved up to ${path()}; request smaller pages (first, last, limit) or fewer nested lists`,
      { limit: this.limit, actual },
    );
  }
}
