import { z } from "zod";
import { comparisons } from "../../core/shared/comparison.js";
import { measureName } from "../../core/shared/fact-fields.js";

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

/** The release policy of an endpoint. The defaults are those of a production endpoint. */
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
