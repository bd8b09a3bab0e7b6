import { Field, Float, Int, ObjectType } from "type-graphql";
import { Comparison } from "../../catalog/run/run.enum.js";

@ObjectType({
  simpleResolvers: true,
  description: "Condition on a metric of the run that produced the model version.",
})
export class MetricRule {
  @Field(() => String, { description: "Name of the metric." })
  readonly name!: string;

  @Field(() => Comparison, { description: "Comparison of the metric with `value` that must be true." })
  readonly comparison!: Comparison;

  @Field(() => Float, { description: "Threshold that the metric is compared with." })
  readonly value!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "Comparison of a metric with the other model versions that receive traffic at the endpoint.",
})
export class MetricToleranceRule {
  @Field(() => String, { description: "Name of the metric." })
  readonly name!: string;

  @Field(() => Boolean, { description: "Whether greater values of the metric are better." })
  readonly higherIsBetter!: boolean;

  @Field(() => Float, { description: "Maximum amount by which the metric may be worse, in the unit of the metric." })
  readonly tolerance!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "Checks that a release must pass before `deployRelease` deploys it at the endpoint.",
})
export class ReleasePolicy {
  @Field(() => Int, { description: "Number of people who must approve the release." })
  readonly requiredApprovals!: number;

  @Field(() => Boolean, { description: "Whether an approval by the author of the release counts." })
  readonly authorMayApprove!: boolean;

  @Field(() => Boolean, {
    description: "Whether the environment of the producing run must be pinned: every package, or the image by digest.",
  })
  readonly requirePinnedEnvironment!: boolean;

  @Field(() => Boolean, {
    description: "Whether the commit of the producing run must have no uncommitted changes.",
  })
  readonly requireCleanCommit!: boolean;

  @Field(() => Boolean, {
    description: "Whether the model version must be REPRODUCIBLE, according to what is recorded.",
  })
  readonly requireReproducible!: boolean;

  @Field(() => Boolean, { description: "Whether an open recall upstream of the model version blocks the release." })
  readonly forbidRecalledUpstream!: boolean;

  @Field(() => Boolean, { description: "Whether a tombstoned node upstream of the model version blocks the release." })
  readonly forbidTombstonedUpstream!: boolean;

  @Field(() => [MetricRule], {
    description: "Conditions on metrics of the producing run. A missing metric does not pass.",
  })
  readonly metrics!: readonly MetricRule[];

  @Field(() => [MetricToleranceRule], {
    description:
      "Metrics that must not be worse than those of the other versions that receive traffic at the endpoint. A missing metric does not pass.",
  })
  readonly noWorseThanServing!: readonly MetricToleranceRule[];
}
