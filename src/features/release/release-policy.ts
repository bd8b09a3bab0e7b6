import { z } from "zod";
import type { DeploymentStage } from "../../catalog/deployment/deployment.enum.js";
import { type ReleasePolicy, releasePolicy } from "../../catalog/deployment/release-policy.shape.js";

const standardPolicy = releasePolicy.parse({});

/** Stored policies were validated when they were recorded. Rules that a later version added are ignored. */
const storedPolicy = z.object(releasePolicy.shape);

/** Reads a stored policy. */
export function parsePolicy(text: string): ReleasePolicy {
  return storedPolicy.parse(JSON.parse(text));
}

/** Requires nothing. */
const freePolicy: ReleasePolicy = {
  requiredApprovals: 0,
  authorMayApprove: true,
  requirePinnedEnvironment: false,
  requireCleanCommit: false,
  requireReproducible: false,
  forbidRecalledUpstream: false,
  forbidTombstonedUpstream: false,
  metrics: [],
  noWorseThanServing: [],
};

/** The effective policy: the defined one, or the default of the stage. By default, only production has requirements. */
export function effectivePolicy(stage: DeploymentStage, defined: string | null): ReleasePolicy {
  if (defined !== null) return parsePolicy(defined);
  return stage === "PRODUCTION" ? standardPolicy : freePolicy;
}
