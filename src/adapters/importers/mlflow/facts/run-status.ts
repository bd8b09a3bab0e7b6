import type { RunFact } from "../../../../catalog/run/run.shape.js";

/** MLflow's run statuses, and the statuses of this API. */
const statuses = new Map<string | null, RunFact["status"]>([
  ["SCHEDULED", "SCHEDULED"],
  ["RUNNING", "RUNNING"],
  ["FINISHED", "COMPLETED"],
  ["FAILED", "FAILED"],
  ["KILLED", "ABORTED"],
]);

/** True for a status of MLflow. A run with any other status is recorded as running. */
export function isKnownStatus(status: string | null): boolean {
  return statuses.has(status);
}

export function statusOf(status: string | null): RunFact["status"] {
  return statuses.get(status) ?? "RUNNING";
}

/** True if the run has ended and logs nothing more. */
export function hasEnded(status: string | null): boolean {
  return !["SCHEDULED", "RUNNING"].includes(statusOf(status));
}
