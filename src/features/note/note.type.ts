import { Field, InputType, ObjectType } from "type-graphql";
import { Node } from "../../core/api/node/node.type.js";
import { idempotencyKeyField } from "../../core/api/idempotency-key.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { NodeRefInput } from "../../catalog/reference/node-ref.input.js";

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A remark about a lineage node, such as a design decision or a known problem. Notes are permanent.",
})
export class Note extends Node {
  readonly key!: string;
  /** Key of the node that the note is about. */
  readonly owner!: string;

  @Field(() => DateTime, { description: "When the note was recorded." })
  readonly at!: number;

  @Field(() => String, { description: "Name of the note's author." })
  readonly by!: string;

  @Field(() => String, { description: "Text of the note." })
  readonly text!: string;
}

@InputType({ description: "A note to add to a lineage node." })
export class AddNoteInput {
  @Field(() => NodeRefInput, {
    description: "The lineage node that the note is about. Must refer to exactly one node.",
  })
  readonly target!: NodeRefInput;

  @Field(() => String, { description: "Text of the note. Not blank, at most 100,000 characters." })
  readonly text!: string;

  @Field(() => String, idempotencyKeyField)
  readonly idempotencyKey?: string | null;
}
