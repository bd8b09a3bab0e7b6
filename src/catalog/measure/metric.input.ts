import { Field, Float, InputType } from "type-graphql";
import { BigInt } from "../../core/api/scalars/big-int.scalar.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { DatasetSnapshotRefInput } from "../dataset/dataset.input.js";

@InputType({ description: "One measured value. Set exactly one of `value` and `text`." })
export class MetricInput {
  @Field(() => String, { description: "Name of the metric. 1 to 500 characters." })
  name!: string;

  @Field(() => Float, { nullable: true, description: "Value of the metric, if it is a finite number." })
  value?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Value of the metric, if it is not finite: `NaN`, `Infinity` or `-Infinity`.",
  })
  text?: string | null;

  @Field(() => BigInt, { nullable: true, description: "Training step of the measurement." })
  step?: number | null;

  @Field(() => DateTime, { nullable: true, description: "Time of the measurement." })
  at?: Date | null;

  @Field(() => DatasetSnapshotRefInput, {
    nullable: true,
    description:
      "Snapshot that the metric was measured on. It becomes an input of the run with the role `evaluation`, unless the same report names it as an input.",
  })
  dataset?: DatasetSnapshotRefInput | null;
}
