import { Field, InputType } from "type-graphql";
import { idempotencyKeyField } from "../../core/api/idempotency-key.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { NodeRefInput } from "../../catalog/reference/node-ref.input.js";

@InputType({ description: "The end of a deployment." })
export class EndDeploymentInput {
  @Field(() => NodeRefInput, { description: "The deployment to end. It must refer to exactly one." })
  deployment!: NodeRefInput;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the deployment ends or ended, after its start. Defaults to the time of the decision.",
  })
  at?: Date | null;

  @Field(() => String, { description: "Reason for the end. Not blank, at most 4,000 characters." })
  reason!: string;

  @Field(() => String, idempotencyKeyField)
  idempotencyKey?: string | null;
}
