import { Field, InputType } from "type-graphql";
import { idempotencyKeyField } from "../../core/api/idempotency-key.js";
import { DatasetRefInput } from "../../catalog/dataset/dataset.input.js";

@InputType({ description: "Two names of one dataset." })
export class DeclareSameDatasetInput {
  @Field(() => DatasetRefInput, { description: "Name under which the dataset remains known." })
  dataset!: DatasetRefInput;

  @Field(() => DatasetRefInput, { description: "Its other name. It need not be recorded yet." })
  alias!: DatasetRefInput;

  @Field(() => String, { description: "Why both names are one dataset. Not blank, at most 4,000 characters." })
  reason!: string;

  @Field(() => String, idempotencyKeyField)
  idempotencyKey?: string | null;
}
