import { Field, Float, InputType } from "type-graphql";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { Comparison, RunOrderField, RunStatus, SortDirection } from "./run.enum.js";

@InputType({
  description:
    "A condition on the last value of a metric: on that of the run as a whole, else the newest on any dataset.",
})
export class MetricConditionInput {
  @Field(() => String, { description: "The metric's name." })
  name!: string;

  @Field(() => Comparison, { description: "How its value compares with `value`." })
  comparison!: Comparison;

  @Field(() => Float, { description: "What it is compared with." })
  value!: number;
}

@InputType({ description: "A condition on a parameter." })
export class ParameterConditionInput {
  @Field(() => String, { description: "The parameter's name." })
  name!: string;

  @Field(() => String, { description: "Its value, exactly." })
  value!: string;
}

@InputType({ description: "Which runs are asked for: those of which everything that is given is true." })
export class RunFilterInput {
  @Field(() => String, { nullable: true, description: "Of this namespace." })
  namespace?: string | null;

  @Field(() => String, { nullable: true, description: "Of this experiment." })
  experiment?: string | null;

  @Field(() => [RunStatus], { nullable: true, description: "With one of these statuses." })
  status?: RunStatus[] | null;

  @Field(() => DateTime, { nullable: true, description: "Started at this moment or later." })
  startedAfter?: Date | null;

  @Field(() => DateTime, { nullable: true, description: "Started before this moment." })
  startedBefore?: Date | null;

  @Field(() => [MetricConditionInput], { nullable: true, description: "With metrics like these; NaN is like nothing." })
  metrics?: MetricConditionInput[] | null;

  @Field(() => [ParameterConditionInput], { nullable: true, description: "With these parameters." })
  parameters?: ParameterConditionInput[] | null;
}

@InputType({ description: "Exactly one of field and metric." })
export class RunOrderInput {
  @Field(() => RunOrderField, { nullable: true, description: "A time to order by." })
  field?: RunOrderField | null;

  @Field(() => String, {
    nullable: true,
    description:
      "A metric to order by: NaN comes after the numbers, and runs without the metric last, in either direction.",
  })
  metric?: string | null;

  @Field(() => SortDirection, { description: "Which end comes first." })
  direction!: SortDirection;
}
