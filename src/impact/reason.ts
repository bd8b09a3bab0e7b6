import type { ImpactRow } from "./impact.statements.js";
import { severityOfRank } from "./severity.js";

/** One sentence that a person can act on: what would break, where, and how it hangs together with the cause. */
export function reasonOf(row: ImpactRow, isModelVersion: boolean): string {
  const hops = `${row.depth} ${row.depth === 1 ? "hop" : "hops"} away`;
  const served = `${row.endpoint ?? "an endpoint"} in ${(row.stage ?? "DEVELOPMENT").toLowerCase()}`;
  const as = row.deploymentTitle ? `as ${row.deploymentTitle}, ` : "";
  switch (severityOfRank(row.severity ?? 6)) {
    case "SERVING_PRODUCTION":
    case "SERVING_OTHER":
      return `serves ${percent(row.trafficPercent)} of ${served} since ${day(row.validFrom)} ${as}${hops}`;
    case "ROLLBACK_TARGET":
      return `is what a rollback of ${served} would go back to (served ${day(row.validFrom)} to ${day(row.validTo)} ${as}${hops})`;
    case "PENDING_RELEASE":
      return `has a release under way, ${hops}`;
    case "REGISTERED":
      return `is a registered version that serves nowhere, ${hops}`;
    case "REPRODUCIBILITY":
      return `${isModelVersion ? "still works" : "still stands"}, but could no longer be rebuilt, ${hops}`;
    case "NONE":
      return `was deleted already, ${hops}`;
  }
}

function day(time: number | null): string {
  return time === null ? "now" : new Date(time).toISOString().slice(0, 10);
}

function percent(share: number | null): string {
  return `${Number((share ?? 0).toFixed(2))} %`;
}
