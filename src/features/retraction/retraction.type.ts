import { Field, InputType } from "type-graphql";
import { idempotencyKeyField } from "../../core/api/idempotency-key.js";
import { NodeRefInput } from "../../catalog/reference/node-ref.input.js";
import { LineageEdgeKind } from "../lineage/lineage.enum.js";

@InputType({ description: "Reference to one edge of the lineage." })
export class EdgeRefInput {
  @Field(() => NodeRefInput, { description: "The upstream end. It must refer to exactly one node." })
  upstream!: NodeRefInput;

  @Field(() => NodeRefInput, { description: "The downstream end. It must refer to exactly one node." })
  downstream!: NodeRefInput;

  @Field(() => LineageEdgeKind, {
    description:
      "Kind of the edge: USED_BY, PRODUCED, DERIVED_INTO or EMITTED. SAME_CONTENT between two datasets retracts the declaration that they are the same.",
  })
  kind!: LineageEdgeKind;

  @Field(() => String, { nullable: true, description: "Role of the edge, such as `training`; every role by default." })
  role?: string | null;
}

@InputType({ description: "What was reported wrongly, and the reason for taking it back." })
export class RetractInput {
  @Field(() => [EdgeRefInput], { nullable: true, description: "The edges to retract. At most 1,000." })
  edges?: EdgeRefInput[] | null;

  @Field(() => [NodeRefInput], {
    nullable: true,
    description: "The nodes to retract, each with all of its edges. At most 1,000.",
  })
  nodes?: NodeRefInput[] | null;

  @Field(() => String, { description: "Reason for the retraction. Not blank, at most 4,000 characters." })
  reason!: string;

  @Field(() => String, idempotencyKeyField)
  idempotencyKey?: string | null;
}
