import { DeadlineExceededError } from "../../core/shared/errors.js";

/** Limits on the work of one question. */
export interface ClosureBudget {
  readonly maxNodes: number;
  readonly maxMs: number;
}

export const completenessStatuses = ["COMPLETE", "PARTIAL"] as const;

/** The reasons for a PARTIAL answer that occur. */
export const partialReasons = ["DEPTH_LIMIT", "NODE_BUDGET", "TIME_BUDGET"] as const;
export type PartialReason = (typeof partialReasons)[number];

/** Whether an answer is complete. A PARTIAL answer never authorises anything. */
export interface CompletenessRecord {
  readonly status: (typeof completenessStatuses)[number];
  readonly reason: PartialReason | null;
  /** Number of nodes reached, roots not counted. If a budget was exceeded, the number counted so far. */
  readonly reachedCount: number;
}

export function completeness(reachedCount: number, reason: PartialReason | null): CompletenessRecord {
  return { status: reason === null ? "COMPLETE" : "PARTIAL", reason, reachedCount };
}

/** Runs a question. Returns null if the database terminated it because its time ran out. */
export async function withinTime<Rows>(ask: () => Promise<Rows>, signal: AbortSignal): Promise<Rows | null> {
  try {
    return await ask();
  } catch (error) {
    // If the whole request is out of time, nobody waits for a partial answer.
    if (error instanceof DeadlineExceededError && !signal.aborted) return null;
    throw error;
  }
}
