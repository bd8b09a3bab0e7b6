import type { RunFact } from "../../../../catalog/run/run.shape.js";

/** MLflow's words for how a run stands. */
const statuses = new Map<string | null, RunFact["status"]>([
  ["SCHEDULED", "SCHEDULED"],
  ["RUNNING", "RUNNING"],
  ["FINISHED", "COMPLETED"],
  ["FAILED", "FAILED"],
  ["KILLED", "ABORTED"],
]);

/** True for a status that MLflow knows; a run with another one is recorded as running. */
export function isKnownStatus(status: string | null): boolean {
  return statuses.has(status);
}

export function statusOf(status: string | null): RunFact["status"] {
  return statuses.get(status) ?? "RUNNING";
}

/** True when the run will log nothing more. */
export function hasEnded(status: string | null): boolean {
  return !["SCHEDULED", "RUNNING"].includes(statusOf(status));
}
