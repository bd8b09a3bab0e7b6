import { Field, Float, InputType } from "type-graphql";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { Comparison, RunOrderField, RunStatus, SortDirection } from "./run.enum.js";

@InputType({
  description:
    "Condition on a metric of a run. It uses the newest value without a dataset. If there is none, it uses the newest value on any dataset.",
})
export class MetricConditionInput {
  @Field(() => String, { description: "Name of the metric. 1 to 500 characters in a release policy." })
  name!: string;

  @Field(() => Comparison, { description: "Comparison of the metric with `value`." })
  comparison!: Comparison;

  @Field(() => Float, { description: "Threshold that the metric is compared with." })
  value!: number;
}

@InputType({ description: "Condition on a parameter of a run." })
export class ParameterConditionInput {
  @Field(() => String, { description: "Name of the parameter." })
  name!: string;

  @Field(() => String, { description: "Value of the parameter, compared exactly." })
  value!: string;
}

@InputType({ description: "Condition on a tag of a run." })
export class TagConditionInput {
  @Field(() => String, { description: "Name of the tag." })
  name!: string;

  @Field(() => String, { description: "Value of the tag, compared exactly." })
  value!: string;
}

@InputType({ description: "Conditions on runs. A run must meet all of them." })
export class RunFilterInput {
  @Field(() => String, { nullable: true, description: "Namespace of the run." })
  namespace?: string | null;

  @Field(() => String, { nullable: true, description: "Experiment of the run." })
  experiment?: string | null;

  @Field(() => [RunStatus], { nullable: true, description: "Statuses, one of which the run must have." })
  status?: RunStatus[] | null;

  @Field(() => DateTime, { nullable: true, description: "Earliest start time, inclusive." })
  startedAfter?: Date | null;

  @Field(() => DateTime, { nullable: true, description: "Latest start time, exclusive." })
  startedBefore?: Date | null;

  @Field(() => [MetricConditionInput], {
    nullable: true,
    description: "Conditions on metrics. A value of NaN meets no condition.",
  })
  metrics?: MetricConditionInput[] | null;

  @Field(() => [ParameterConditionInput], { nullable: true, description: "Conditions on parameters of the run." })
  parameters?: ParameterConditionInput[] | null;

  @Field(() => [TagConditionInput], { nullable: true, description: "Conditions on tags of the run." })
  tags?: TagConditionInput[] | null;
}

@InputType({ description: "Order of runs. Set exactly one of `field` and `metric`." })
export class RunOrderInput {
  @Field(() => RunOrderField, { nullable: true, description: "Time to order by." })
  field?: RunOrderField | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Name of the metric to order by. In both directions, NaN comes after the numbers, and runs without the metric come last.",
  })
  metric?: string | null;

  @Field(() => SortDirection, { description: "Direction of the order." })
  direction!: SortDirection;
}
