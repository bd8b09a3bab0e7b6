import { z } from "zod";
import { comparisons } from "../../core/shared/comparison.js";
import { measureName } from "../../core/shared/fact-fields.js";
import type { DeploymentStage } from "./deployment.enum.js";

const flag = (standard: boolean) =>
  z
    .boolean()
    .nullish()
    .transform((given) => given ?? standard);
/** Each rule is one line of a release's checks, which people read. */
const rules = <Rule extends z.ZodType>(rule: Rule) =>
  z
    .array(rule)
    .max(100)
    .nullish()
    .transform((given) => given ?? []);

const metricRule = z.strictObject({
  name: measureName,
  comparison: z.enum(comparisons),
  value: z.number(),
});
export type MetricRule = z.output<typeof metricRule>;

const metricToleranceRule = z.strictObject({
  name: measureName,
  higherIsBetter: z.boolean(),
  tolerance: z
    .number()
    .min(0)
    .nullish()
    .transform((given) => given ?? 0),
});
export type MetricToleranceRule = z.output<typeof metricToleranceRule>;

/** The checks of a release. The defaults are those of a production endpoint. */
export const releasePolicy = z.strictObject({
  requiredApprovals: z
    .number()
    .int()
    .min(0)
    .max(100)
    .nullish()
    .transform((given) => given ?? 1),
  authorMayApprove: flag(false),
  requirePinnedEnvironment: flag(true),
  requireCleanCommit: flag(true),
  requireReproducible: flag(false),
  forbidRecalledUpstream: flag(true),
  forbidTombstonedUpstream: flag(true),
  metrics: rules(metricRule),
  noWorseThanServing: rules(metricToleranceRule),
});
export type ReleasePolicy = z.output<typeof releasePolicy>;

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
export function policyInForce(stage: DeploymentStage, defined: string | null): ReleasePolicy {
  if (defined !== null) return parsePolicy(defined);
  return stage === "PRODUCTION" ? standardPolicy : freePolicy;
}
