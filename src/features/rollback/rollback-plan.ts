import { z } from "zod";
import { labelOf } from "../../core/api/node/index.js";
import type { EndpointDeployment } from "./rollback.statements.js";

const candidate = z.object({
  deployment: z.string(),
  modelVersion: z.string(),
  eligible: z.boolean(),
  /** Why it is not eligible. For a candidate that shares the traffic: the effect of a rollback to it. */
  reasons: z.array(z.string()),
});
/** A deployment that a rollback may select. */
export type Candidate = z.output<typeof candidate>;

/** Schema of a plan in the ledger entry of its rollback. */
export const rollbackPlan = z.object({
  endpoint: z.string(),
  /** Keys of the serving deployments, newest first. */
  serving: z.array(z.string()),
  /** Deployments that share the traffic with the newest version, then ended ones; each newest first. The first eligible one is the target. */
  candidates: z.array(candidate),
});
export type RollbackPlanRecord = z.output<typeof rollbackPlan>;

/** Input of the rule besides the deployments. */
export interface PlanContext {
  readonly endpoint: string;
  /** Model versions that have an open recall on themselves or upstream, with the recalled nodes. */
  readonly recalled: ReadonlyMap<string, string>;
}

/** The default target of a rollback: the first eligible candidate. */
export function targetOf({ candidates }: RollbackPlanRecord): Candidate | null {
  return candidates.find(({ eligible }) => eligible) ?? null;
}

/**
 * The rollback rule, for the deployments of an endpoint, newest first. If versions share the traffic, as with a canary,
 * the target is the version before the newest. Otherwise it is the newest ended deployment that served with traffic, was
 * not itself rolled back, and whose version does not serve at the endpoint now. Deleted and recalled versions are never
 * targets. Impact ranks by the same rule (cypher/impact/impact.cypher).
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

/** Deployments that share the traffic with the newest version. A rollback to one of them ends the newest. */
function besideNewest(serving: readonly EndpointDeployment[], recalled: PlanContext["recalled"]): Candidate[] {
  const busy = serving.filter(({ trafficPercent }) => trafficPercent > 0);
  return busy
    .filter(({ modelVersionKey }) => modelVersionKey !== busy[0]?.modelVersionKey)
    .map((deployment) => {
      const reasons = badReasons(deployment, recalled);
      const judged = judge(deployment, reasons);
      return reasons.length > 0
        ? judged
        : {
            ...judged,
            reasons: [
              `serves ${deployment.trafficPercent} % of the traffic; a rollback to it ends the other deployments`,
            ],
          };
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
      ? ["no deployment serves the endpoint, so a rollback has no effect; deploy a release instead"]
      : []),
    ...(endReason === "ROLLED_BACK"
      ? [`was rolled back${validTo === null ? "" : ` at ${new Date(validTo).toISOString()}`}`]
      : []),
    ...(served.has(modelVersionKey) ? [`${labelOf({ key: modelVersionKey })} already serves at the endpoint`] : []),
    ...(validTo !== null && validTo <= validFrom ? ["never served: it was superseded at the time it started"] : []),
    ...(trafficPercent > 0 ? [] : ["never received traffic"]),
  ];
}

function badReasons(
  { modelVersionKey, isTombstoned, isVersionTombstoned }: EndpointDeployment,
  recalled: PlanContext["recalled"],
): string[] {
  const bad = recalled.get(modelVersionKey);
  return [
    ...(isTombstoned ? ["the deployment is tombstoned"] : []),
    ...(isVersionTombstoned ? [`${labelOf({ key: modelVersionKey })} is tombstoned`] : []),
    ...(bad === undefined ? [] : [`recalled upstream: ${bad}`]),
  ];
}
