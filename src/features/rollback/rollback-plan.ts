import { z } from "zod";
import { labelOf } from "../../core/api/node/index.js";
import type { EndpointDeployment } from "./rollback.statements.js";

const candidate = z.object({
  deployment: z.string(),
  modelVersion: z.string(),
  eligible: z.boolean(),
  /** Why it is not eligible; of one that serves beside others, what going back to it means. */
  reasons: z.array(z.string()),
});
/** A deployment that a rollback might go back to. */
export type Candidate = z.output<typeof candidate>;

/** The shape in which a plan is kept with the ledger entry of the rollback that was asked for. */
export const rollbackPlan = z.object({
  endpoint: z.string(),
  /** Keys of what serves, newest first. */
  serving: z.array(z.string()),
  /** Those that serve beside the newest version, then those that ended; each newest first. The first eligible one is the target. */
  candidates: z.array(candidate),
});
export type RollbackPlanRecord = z.output<typeof rollbackPlan>;

/** What the rule looks at, apart from the deployments themselves. */
export interface PlanContext {
  readonly endpoint: string;
  /** Model versions with an open recall upstream, themselves included, and what is recalled. */
  readonly recalled: ReadonlyMap<string, string>;
}

/** Where a rollback goes back to unless it says otherwise: the first candidate that is eligible. */
export function targetOf({ candidates }: RollbackPlanRecord): Candidate | null {
  return candidates.find(({ eligible }) => eligible) ?? null;
}

/**
 * The rule of rollbacks, for the deployments of an endpoint, newest first. Where versions share the traffic, as with a
 * canary, back to the one before the newest. Else back to the newest one that ended, did serve with traffic, was not
 * itself rolled back, and whose version serves nowhere there now. Never to what is deleted or recalled. Impact ranks by
 * the same rule (cypher/impact/impact.cypher).
 */
export function planRollback(
  deployments: readonly EndpointDeployment[],
  { endpoint, recalled }: PlanContext,
): RollbackPlanRecord {
  const serving = deployments.filter(({ serves }) => serves);
  const served = new Set(serving.map(({ modelVersionKey }) => modelVersionKey));
  const ended = deployments
    .filter(({ serves }) => !serves)
    .map((deployment) => judge(deployment, [...endedReasons(deployment, served), ...badReasons(deployment, recalled)]));
  return {
    endpoint,
    serving: serving.map(({ key }) => key),
    candidates: [...besideNewest(serving, recalled), ...ended],
  };
}

/** What serves beside the newest version can be gone back to by ending that. */
function besideNewest(serving: readonly EndpointDeployment[], recalled: PlanContext["recalled"]): Candidate[] {
  const busy = serving.filter(({ trafficPercent }) => trafficPercent > 0);
  return busy
    .filter(({ modelVersionKey }) => modelVersionKey !== busy[0]?.modelVersionKey)
    .map((deployment) => {
      const reasons = badReasons(deployment, recalled);
      const judged = judge(deployment, reasons);
      return reasons.length > 0
        ? judged
        : { ...judged, reasons: [`serves ${deployment.trafficPercent} % now; going back to it ends the others`] };
    });
}

function judge({ key, modelVersionKey }: EndpointDeployment, reasons: readonly string[]): Candidate {
  return { deployment: key, modelVersion: modelVersionKey, eligible: reasons.length === 0, reasons: [...reasons] };
}

function endedReasons(
  { modelVersionKey, validFrom, validTo, endReason, trafficPercent }: EndpointDeployment,
  served: ReadonlySet<string>,
): string[] {
  return [
    ...(served.size === 0
      ? ["nothing serves there now, so that there is nothing to roll back; deploy a release instead"]
      : []),
    ...(endReason === "ROLLED_BACK"
      ? [`was itself rolled back${validTo === null ? "" : ` at ${new Date(validTo).toISOString()}`}`]
      : []),
    ...(served.has(modelVersionKey) ? [`${labelOf({ key: modelVersionKey })} serves there now`] : []),
    ...(validTo !== null && validTo <= validFrom
      ? ["never served: another one took its place at the moment it began"]
      : []),
    ...(trafficPercent > 0 ? [] : ["never had traffic"]),
  ];
}

function badReasons(
  { modelVersionKey, isTombstoned, isVersionTombstoned }: EndpointDeployment,
  recalled: PlanContext["recalled"],
): string[] {
  const bad = recalled.get(modelVersionKey);
  return [
    ...(isTombstoned ? ["the deployment was tombstoned"] : []),
    ...(isVersionTombstoned ? [`${labelOf({ key: modelVersionKey })} was tombstoned`] : []),
    ...(bad === undefined ? [] : [`recalled upstream: ${bad}`]),
  ];
}
