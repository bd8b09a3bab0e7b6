import { Field, Float, ObjectType } from "type-graphql";
import { BigInt } from "../../core/api/scalars/big-int.scalar.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";

@ObjectType({
  simpleResolvers: true,
  description: "The newest value of a metric, by step, then by time.",
})
export class Metric {
  readonly datasetKey!: string | null;

  @Field(() => String, { description: "Name of the metric." })
  readonly name!: string;

  @Field(() => Float, { nullable: true, description: "Value of the metric. Null if it is NaN, Infinity or -Infinity." })
  readonly value!: number | null;

  @Field(() => String, { description: "Value of the metric as text, which may be `NaN`, `Infinity` or `-Infinity`." })
  readonly text!: string;

  @Field(() => BigInt, { nullable: true, description: "Training step of the measurement. Null if unknown." })
  readonly step!: number | null;

  @Field(() => DateTime, { nullable: true, description: "Time of the measurement. Null if unknown." })
  readonly at!: number | null;
}
