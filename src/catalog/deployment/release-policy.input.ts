import { Field, Float, InputType, Int } from "type-graphql";
import { MetricConditionInput } from "../run/run-filter.input.js";

@InputType({
  description: "Comparison of a metric with the other model versions that receive traffic at the endpoint.",
})
export class MetricToleranceInput {
  @Field(() => String, { description: "Name of the metric. 1 to 500 characters." })
  name!: string;

  @Field(() => Boolean, { description: "Whether greater values of the metric are better." })
  higherIsBetter!: boolean;

  @Field(() => Float, {
    nullable: true,
    defaultValue: 0,
    description:
      "Maximum amount by which the metric may be worse, in the unit of the metric. Defaults to 0; must not be negative.",
  })
  tolerance?: number | null;
}

@InputType({ description: "Checks that a release must pass before it is deployed at an endpoint." })
export class ReleasePolicyInput {
  @Field(() => Int, {
    nullable: true,
    defaultValue: 1,
    description: "Number of people who must approve the release, 0 to 100. Defaults to 1.",
  })
  requiredApprovals?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Whether an approval by the author of the release counts. Defaults to false.",
  })
  authorMayApprove?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description:
      "Whether the environment of the producing run must be pinned: every package, or the image by digest. Defaults to true.",
  })
  requirePinnedEnvironment?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: "Whether the commit of the producing run must have no uncommitted changes. Defaults to true.",
  })
  requireCleanCommit?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Whether the model version must be REPRODUCIBLE, according to what is recorded. Defaults to false.",
  })
  requireReproducible?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: "Whether an open recall upstream of the model version blocks the release. Defaults to true.",
  })
  forbidRecalledUpstream?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: "Whether a tombstoned node upstream of the model version blocks the release. Defaults to true.",
  })
  forbidTombstonedUpstream?: boolean | null;

  @Field(() => [MetricConditionInput], {
    nullable: true,
    description:
      "Conditions on metrics of the producing run. A missing metric does not pass. At most 100; none by default.",
  })
  metrics?: MetricConditionInput[] | null;

  @Field(() => [MetricToleranceInput], {
    nullable: true,
    description:
      "Metrics that must not be worse than those of the other versions that receive traffic at the endpoint. A missing metric does not pass. At most 100; none by default.",
  })
  noWorseThanServing?: MetricToleranceInput[] | null;
}
