import { DeadlineExceededError } from "../../core/shared/errors.js";

/** Limits on the work of one question. */
export interface ClosureBudget {
  readonly maxNodes: number;
  readonly maxMs: number;
}

export const completenessStatuses = ["COMPLETE", "PARTIAL"] as const;

/** The reasons for a PARTIAL answer that occur. */
export const partialReasons = ["DEPTH_LIMIT", "NODE_BUDGET", "TIME_BUDGET", "UNPINNED", "UNRECORDED_CONTENT"] as const;
export type PartialReason = (typeof partialReasons)[number];

/** Nodes that may or may not belong to a question, because what is recorded of them does not decide it. */
export interface Undecided {
  readonly reason: Extract<PartialReason, "UNPINNED" | "UNRECORDED_CONTENT">;
  /** Distinct keys; at least one. */
  readonly keys: readonly string[];
}

/** Whether an answer is complete. A PARTIAL answer never authorises anything. */
export interface CompletenessRecord {
  readonly status: (typeof completenessStatuses)[number];
  /** The first of the reasons; null if the answer is complete. */
  readonly reason: PartialReason | null;
  readonly reasons: readonly PartialReason[];
  /** Number of nodes reached, roots not counted. If a budget was exceeded, the number counted so far. */
  readonly reachedCount: number;
  /** Keys of the nodes that could not be decided, sorted. */
  readonly undecidedKeys: readonly string[];
}

/** The completeness of an answer that a limit may have cut, and of a question in which nodes may be undecided. */
export function completeness(
  reachedCount: number,
  cut: PartialReason | null,
  undecided: readonly Undecided[] = [],
): CompletenessRecord {
  const reasons = [...new Set([...(cut === null ? [] : [cut]), ...undecided.map(({ reason }) => reason)])];
  return {
    status: reasons.length === 0 ? "COMPLETE" : "PARTIAL",
    reason: reasons[0] ?? null,
    reasons,
    reachedCount,
    undecidedKeys: [...new Set(undecided.flatMap(({ keys }) => keys))].sort(),
  };
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
