import { Field, InputType, ObjectType } from "type-graphql";
import { NodeRefInput } from "../../catalog/reference/index.js";
import { TombstoneStatus } from "./deletion.enum.js";
import type { DeletionAnswer } from "./deletion-answer.js";

@ObjectType({
  simpleResolvers: true,
  description: "What deleting some nodes would break, and whether they may be deleted.",
})
export class DeletionPlan {
  readonly answer!: DeletionAnswer;
}

@ObjectType({ simpleResolvers: true, description: "What became of a deletion." })
export class TombstonePayload {
  readonly keys!: readonly string[];

  @Field(() => TombstoneStatus, { description: "Whether the targets are tombstoned." })
  readonly status!: TombstoneStatus;

  @Field(() => DeletionPlan, {
    description: "The plan as it stands now: where nothing was tombstoned, with the token to try again with.",
  })
  readonly plan!: DeletionPlan;
}

@InputType({ description: "What is to be deleted, and what is known of the consequences." })
export class TombstoneInput {
  @Field(() => [NodeRefInput], { description: "The nodes, of any kind; all of them are tombstoned or none." })
  targets!: NodeRefInput[];

  @Field(() => String, { description: "As `deletionPlan` gave it for the same targets: proof of what was looked at." })
  impactToken!: string;

  @Field(() => String, { description: "Why, for whoever finds the tombstone; at most 4,000 characters." })
  reason!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Deletes although the verdict is BLOCKED or UNKNOWN; takes the role admin.",
  })
  override?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      "A text of the caller's choice: sent again with the same input, the request has no second effect; with another input it is a CONFLICT.",
  })
  idempotencyKey?: string | null;
}
