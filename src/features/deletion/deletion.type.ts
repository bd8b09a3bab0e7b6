import { Field, InputType, ObjectType } from "type-graphql";
import { idempotencyKeyField } from "../../core/api/idempotency-key.js";
import { NodeRefInput } from "../../catalog/reference/node-ref.input.js";
import { TombstoneStatus } from "./deletion.enum.js";
import type { DeletionAnswer } from "./deletion-answer.js";

@ObjectType({
  simpleResolvers: true,
  description: "Impact of deleting nodes, and whether they may be deleted.",
})
export class DeletionPlan {
  readonly answer!: DeletionAnswer;
}

@ObjectType({ simpleResolvers: true, description: "Outcome of a `tombstone` request." })
export class TombstonePayload {
  readonly keys!: readonly string[];

  @Field(() => TombstoneStatus, { description: "Whether the targets were tombstoned, and if not, why." })
  readonly status!: TombstoneStatus;

  @Field(() => DeletionPlan, {
    description: "The current plan. If nothing was tombstoned, its token can be used to try again.",
  })
  readonly plan!: DeletionPlan;
}

@InputType({ description: "The nodes whose tombstones end, and the reason." })
export class RestoreInput {
  @Field(() => [NodeRefInput], {
    description:
      "The nodes to restore, of any kind; at least one. Targets without a tombstone stay as they are. A folder is restored with the files that were tombstoned with it.",
  })
  targets!: NodeRefInput[];

  @Field(() => String, { description: "Reason for the restore. Not blank, at most 4,000 characters." })
  reason!: string;

  @Field(() => String, idempotencyKeyField)
  idempotencyKey?: string | null;
}

@InputType({ description: "The nodes to tombstone and the confirmed impact." })
export class TombstoneInput {
  @Field(() => [NodeRefInput], {
    description:
      "The nodes to tombstone, of any kind; at least one. Either all of them are tombstoned or none. A folder is tombstoned with the recorded files inside it.",
  })
  targets!: NodeRefInput[];

  @Field(() => String, {
    description: "The `impactToken` of the `deletionPlan` for the same targets. Confirms the impact that was reviewed.",
  })
  impactToken!: string;

  @Field(() => String, { description: "Reason for the deletion. Not blank, at most 4,000 characters." })
  reason!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Tombstones the targets even if the verdict is BLOCKED or UNKNOWN. Requires the role admin.",
  })
  override?: boolean | null;

  @Field(() => String, idempotencyKeyField)
  idempotencyKey?: string | null;
}
