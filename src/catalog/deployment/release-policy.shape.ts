import { z } from "zod";
import { measureName } from "../../core/shared/fact-fields.js";
import type { DeploymentStage } from "./deployment.enum.js";

const flag = (standard: boolean) =>
  z
    .boolean()
    .nullish()
    .transform((given) => given ?? standard);
/** As many as anybody would read in the answer to a release. */
const rules = <Rule extends z.ZodType>(rule: Rule) =>
  z
    .array(rule)
    .max(100)
    .nullish()
    .transform((given) => given ?? []);

const metricRule = z.strictObject({
  name: measureName,
  comparison: z.enum(["LT", "LTE", "EQ", "GTE", "GT"]),
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

/** What is checked before a release is deployed; what is left out is as strict as it should be in production. */
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

/** What is stored was checked when it came in; a rule that a later version added does not make it unreadable. */
const storedPolicy = z.object(releasePolicy.shape);

/** A policy as it is stored. */
export function parsePolicy(text: string): ReleasePolicy {
  return storedPolicy.parse(JSON.parse(text));
}

/** Asks for nothing. */
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

/** The policy in force: the one that was defined, else that of the stage; production asks, anything else does not. */
export function policyInForce(stage: DeploymentStage, defined: string | null): ReleasePolicy {
  if (defined !== null) return parsePolicy(defined);
  return stage === "PRODUCTION" ? standardPolicy : freePolicy;
}
