import { closestFirst, closure, type Reached } from "./closure.js";
import { type Deployment, type Node, stateOf, type World } from "./world.js";

/** Worst first. */
export const severities = [
  "SERVING_PRODUCTION",
  "SERVING_OTHER",
  "ROLLBACK_TARGET",
  "PENDING_RELEASE",
  "REGISTERED",
  "REPRODUCIBILITY",
  "NONE",
] as const;
export type Severity = (typeof severities)[number];

export const isAtLeast = (severity: Severity, other: Severity): boolean =>
  severities.indexOf(severity) <= severities.indexOf(other);

/** Whether a deployment serves at a moment, with or without traffic. A tombstone does not end it. */
export function serves(deployment: Deployment, at: number): boolean {
  const { validTo } = stateOf(deployment);
  return deployment.validFrom <= at && (validTo === null || at < validTo);
}

/**
 * For each serving endpoint, the deployment that a rollback would restore. If versions share the traffic, the one before
 * the newest; otherwise the newest that ended, served with traffic and was not itself rolled back, of a version that does
 * not currently serve there. Never of a version that is tombstoned or recalled, itself or upstream, or that was rolled back
 * there and not deployed since.
 */
export function rollbackTargets(world: World, at: number): string[] {
  const open = world.recalls.filter(({ closedAt }) => closedAt === null);
  const recalled = closure(
    world,
    open.flatMap(({ targets }) => targets),
    "DOWNSTREAM",
  );
  const tombstoned = new Set(world.nodes.filter(({ tombstonedAt }) => tombstonedAt !== null).map(({ key }) => key));
  return world.endpoints.flatMap(({ key: endpoint }) => {
    const here = world.nodes.filter(
      (node): node is Deployment => node.kind === "Deployment" && node.endpoint === endpoint,
    );
    const serving = here.filter((deployment) => serves(deployment, at));
    if (serving.length === 0) return [];
    const isGood = ({ key, modelVersion }: Deployment): boolean =>
      !tombstoned.has(key) &&
      !tombstoned.has(modelVersion) &&
      !recalled.has(modelVersion) &&
      !isRejected(
        here.filter((other) => other.modelVersion === modelVersion),
        at,
      );
    const byAge = (left: Deployment, right: Deployment): number =>
      right.validFrom - left.validFrom || (left.key < right.key ? -1 : 1);
    const busy = serving.filter((deployment) => stateOf(deployment).traffic > 0).sort(byAge);
    const beside = busy.filter((deployment) => deployment.modelVersion !== busy[0]?.modelVersion && isGood(deployment));
    if (beside.length > 0) return beside.slice(0, 1).map(({ key }) => key);
    const eligible = here.filter((deployment) => {
      const { validTo, endReason, traffic } = stateOf(deployment);
      const hasServed = validTo !== null && deployment.validFrom < validTo && validTo <= at && traffic > 0;
      return (
        hasServed &&
        endReason !== "ROLLED_BACK" &&
        serving.every(({ modelVersion }) => modelVersion !== deployment.modelVersion) &&
        isGood(deployment)
      );
    });
    return eligible
      .sort(byAge)
      .slice(0, 1)
      .map(({ key }) => key);
  });
}

/** Whether a version was rolled back at an endpoint and has not been deployed there since, given all its deployments there. */
function isRejected(deployments: readonly Deployment[], at: number): boolean {
  const ends = deployments.map(stateOf).filter(({ endReason }) => endReason === "ROLLED_BACK");
  const rejected = ends.flatMap(({ validTo }) => (validTo !== null && validTo <= at ? [validTo] : []));
  const begun = deployments.flatMap(({ validFrom }) => (validFrom <= at ? [validFrom] : []));
  return rejected.some((end) => begun.every((start) => start < end));
}

/** The severity of every node if affected: the table of the design, row by row. */
export function severitiesAt(world: World, at: number): Map<string, Severity> {
  const stages = new Map(world.endpoints.map(({ key, stage }) => [key, stage]));
  const targets = new Set(rollbackTargets(world, at));
  const pending = new Set(
    world.releases.filter(({ closedAt }) => closedAt === null).map(({ modelVersion }) => modelVersion),
  );
  const deployments = world.nodes.filter((node) => node.kind === "Deployment");

  const ofDeployment = (deployment: Deployment): Severity => {
    if (serves(deployment, at))
      return stages.get(deployment.endpoint) === "PRODUCTION" && stateOf(deployment).traffic > 0
        ? "SERVING_PRODUCTION"
        : "SERVING_OTHER";
    if (targets.has(deployment.key)) return "ROLLBACK_TARGET";
    return deployment.tombstonedAt === null ? "REPRODUCIBILITY" : "NONE";
  };
  const ofNode = (node: Node): Severity => {
    if (node.kind === "Deployment") return ofDeployment(node);
    if (node.kind !== "ModelVersion") return node.tombstonedAt === null ? "REPRODUCIBILITY" : "NONE";
    const own = deployments.filter(({ modelVersion }) => modelVersion === node.key).map(ofDeployment);
    const found = worst([...own, pending.has(node.key) ? "PENDING_RELEASE" : "REGISTERED"]);
    return node.tombstonedAt !== null && !isAtLeast(found, "PENDING_RELEASE") ? "NONE" : found;
  };
  return new Map(world.nodes.map((node) => [node.key, ofNode(node)]));
}

/** The worst of some severities; NONE of none. */
export function worst(given: readonly Severity[]): Severity {
  return severities.find((severity) => given.includes(severity)) ?? "NONE";
}

export interface Affected extends Reached {
  readonly severity: Severity;
}

/** The nodes downstream of the roots, without roots: worst first, then closest, then by key. */
export function affected(world: World, at: number, roots: readonly string[]): Affected[] {
  const all = severitiesAt(world, at);
  return [...closure(world, roots, "DOWNSTREAM")]
    .map(([key, depth]) => ({ key, depth, severity: all.get(key) ?? "NONE" }))
    .filter(({ depth }) => depth > 0)
    .sort(
      (left, right) =>
        severities.indexOf(left.severity) - severities.indexOf(right.severity) || closestFirst(left, right),
    );
}
