import { z } from "zod";
import { labelOf } from "../../core/api/node/label.js";
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
 * The plan for the deployments of an endpoint, newest first. Which of them serve, and which are eligible, is decided in
 * one place for impact, deletion candidates and rollbacks: `cypher/fragments/rollback-rule.cypher`. This function only
 * adds the reasons.
 */
export function planRollback(
  deployments: readonly EndpointDeployment[],
  { endpoint, recalled }: PlanContext,
): RollbackPlanRecord {
  const serving = deployments.filter(({ serves }) => serves);
  const served = new Set(serving.map(({ modelVersionKey }) => modelVersionKey));
  const beside = serving
    .filter(({ isBeside }) => isBeside)
    .map((deployment) =>
      toCandidate(deployment, deployment.isEligible ? besideReasons(deployment) : badReasons(deployment, recalled)),
    );
  const ended = deployments
    .filter(({ serves }) => !serves)
    .map((deployment) =>
      toCandidate(
        deployment,
        deployment.isEligible ? [] : [...endedReasons(deployment, served), ...badReasons(deployment, recalled)],
      ),
    );
  return { endpoint, serving: serving.map(({ key }) => key), candidates: [...beside, ...ended] };
}

function toCandidate({ key, modelVersionKey, isEligible }: EndpointDeployment, reasons: string[]): Candidate {
  return { deployment: key, modelVersion: modelVersionKey, eligible: isEligible, reasons };
}

function besideReasons({ trafficPercent }: EndpointDeployment): string[] {
  return [`serves ${trafficPercent}% of the traffic; a rollback to it ends the other deployments`];
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

/** Why the version of a deployment that was not rolled back itself is not eligible: another deployment of it was. */
function rejectedReasons({ modelVersionKey, serves, endReason, rejectedAt }: EndpointDeployment): string[] {
  // A deployment that serves may have its end as ROLLED_BACK still before it.
  const isRolledBack = !serves && endReason === "ROLLED_BACK";
  if (rejectedAt === null || isRolledBack) return [];
  const version = labelOf({ key: modelVersionKey });
  return [
    `${version} was rolled back at ${new Date(rejectedAt).toISOString()} and has not been deployed at the endpoint since`,
  ];
}

function badReasons(deployment: EndpointDeployment, recalled: PlanContext["recalled"]): string[] {
  const { modelVersionKey, isTombstoned, isVersionTombstoned } = deployment;
  const bad = recalled.get(modelVersionKey);
  return [
    ...rejectedReasons(deployment),
    ...(isTombstoned ? ["the deployment is tombstoned"] : []),
    ...(isVersionTombstoned ? [`${labelOf({ key: modelVersionKey })} is tombstoned`] : []),
    ...(bad === undefined ? [] : [`recalled upstream: ${bad}`]),
  ];
}
