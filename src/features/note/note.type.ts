import { Field, InputType, ObjectType } from "type-graphql";
import { Node } from "../../core/api/node/node.type.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { NodeRefInput } from "../../catalog/reference/index.js";

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "What somebody wrote down about a node: why it was made so, what to look out for. Notes stay.",
})
export class Note extends Node {
  readonly key!: string;
  /** Key of the node that it is about. */
  readonly owner!: string;

  @Field(() => DateTime, { description: "When." })
  readonly at!: number;

  @Field(() => String, { description: "By whom." })
  readonly by!: string;

  @Field(() => String, { description: "What." })
  readonly text!: string;
}

@InputType({ description: "A note to write." })
export class AddNoteInput {
  @Field(() => NodeRefInput, { description: "What it is about: one lineage node." })
  readonly target!: NodeRefInput;

  @Field(() => String, { description: "The note, up to 100,000 characters." })
  readonly text!: string;

  @Field(() => String, { nullable: true, description: "The same key again writes no second note." })
  readonly idempotencyKey?: string | null;
}
