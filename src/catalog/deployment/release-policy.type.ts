import { Field, Float, InputType, Int, ObjectType } from "type-graphql";
import { Comparison } from "../run/run.enum.js";
import { MetricConditionInput } from "../run/run-filter.input.js";

@ObjectType({
  simpleResolvers: true,
  description: "A condition on a metric of the run that produced the model version.",
})
export class MetricRule {
  @Field(() => String, { description: "The metric's name." })
  readonly name!: string;

  @Field(() => Comparison, { description: "How its value must compare with `value`." })
  readonly comparison!: Comparison;

  @Field(() => Float, { description: "What it is compared with." })
  readonly value!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "A metric in which the model version must not fall behind what serves at the endpoint.",
})
export class MetricToleranceRule {
  @Field(() => String, { description: "The metric's name." })
  readonly name!: string;

  @Field(() => Boolean, { description: "Whether a greater value is the better one." })
  readonly higherIsBetter!: boolean;

  @Field(() => Float, { description: "By how much it may be worse." })
  readonly tolerance!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "The fixed steps for a change in production: what `deployRelease` checks before it deploys.",
})
export class ReleasePolicy {
  @Field(() => Int, { description: "How many people must have approved the release." })
  readonly requiredApprovals!: number;

  @Field(() => Boolean, { description: "Whether the approval of who proposed it counts." })
  readonly authorMayApprove!: boolean;

  @Field(() => Boolean, {
    description:
      "Whether every package of the producing run's environment must be pinned, or its image given by digest.",
  })
  readonly requirePinnedEnvironment!: boolean;

  @Field(() => Boolean, {
    description: "Whether the producing run must have used a commit without uncommitted changes.",
  })
  readonly requireCleanCommit!: boolean;

  @Field(() => Boolean, { description: "Whether the model version must be REPRODUCIBLE." })
  readonly requireReproducible!: boolean;

  @Field(() => Boolean, { description: "Whether an open recall on anything upstream stands in the way." })
  readonly forbidRecalledUpstream!: boolean;

  @Field(() => Boolean, { description: "Whether anything tombstoned upstream stands in the way." })
  readonly forbidTombstonedUpstream!: boolean;

  @Field(() => [MetricRule], { description: "What the producing run's metrics must be; a missing one does not pass." })
  readonly metrics!: readonly MetricRule[];

  @Field(() => [MetricToleranceRule], {
    description: "In which metrics it must be no worse than what serves there; a missing one does not pass.",
  })
  readonly noWorseThanServing!: readonly MetricToleranceRule[];
}

@InputType({ description: "A metric in which a model version must not fall behind what serves at the endpoint." })
export class MetricToleranceInput {
  @Field(() => String, { description: "The metric's name." })
  name!: string;

  @Field(() => Boolean, { description: "Whether a greater value is the better one." })
  higherIsBetter!: boolean;

  @Field(() => Float, { nullable: true, defaultValue: 0, description: "By how much it may be worse." })
  tolerance?: number | null;
}

@InputType({ description: "What is checked before a release is deployed at an endpoint." })
export class ReleasePolicyInput {
  @Field(() => Int, { nullable: true, defaultValue: 1, description: "How many people must have approved the release." })
  requiredApprovals?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Whether the approval of who proposed it counts.",
  })
  authorMayApprove?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description:
      "Whether every package of the producing run's environment must be pinned, or its image given by digest.",
  })
  requirePinnedEnvironment?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: "Whether the producing run must have used a commit without uncommitted changes.",
  })
  requireCleanCommit?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Whether the model version must be REPRODUCIBLE.",
  })
  requireReproducible?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: "Whether an open recall on anything upstream stands in the way.",
  })
  forbidRecalledUpstream?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: "Whether anything tombstoned upstream stands in the way.",
  })
  forbidTombstonedUpstream?: boolean | null;

  @Field(() => [MetricConditionInput], {
    nullable: true,
    description: "What the producing run's metrics must be; a missing one does not pass.",
  })
  metrics?: MetricConditionInput[] | null;

  @Field(() => [MetricToleranceInput], {
    nullable: true,
    description: "In which metrics it must be no worse than what serves there; a missing one does not pass.",
  })
  noWorseThanServing?: MetricToleranceInput[] | null;
}
