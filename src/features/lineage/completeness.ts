import { DeadlineExceededError } from "../../core/shared/errors.js";

/** How much one question may look at. */
export interface ClosureBudget {
  readonly maxNodes: number;
  readonly maxMs: number;
}

export type PartialReason = "DEPTH_LIMIT" | "NODE_BUDGET" | "TIME_BUDGET";

/** Whether an answer is all there is; what is PARTIAL never authorises anything. */
export interface CompletenessRecord {
  readonly status: "COMPLETE" | "PARTIAL";
  readonly reason: PartialReason | null;
  /** Nodes reached, roots not counted; where a budget ran out, those that were counted until then. */
  readonly reachedCount: number;
}

export function completeness(reachedCount: number, reason: PartialReason | null): CompletenessRecord {
  return { status: reason === null ? "COMPLETE" : "PARTIAL", reason, reachedCount };
}

/** Runs a question; null where the database did not finish it in time and ended it. */
export async function withinTime<Rows>(ask: () => Promise<Rows>, signal: AbortSignal): Promise<Rows | null> {
  try {
    return await ask();
  } catch (error) {
    // Where the whole request is out of time, nobody waits for a partial answer.
    if (error instanceof DeadlineExceededError && !signal.aborted) return null;
    throw error;
  }
}
