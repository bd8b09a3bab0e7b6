import { Field, ID, InterfaceType } from "type-graphql";
import { DateTime } from "../scalars/date-time.scalar.js";
import { LineageKind, type LineageTypename } from "./lineage-kind.enum.js";

@InterfaceType("Node", {
  description: "An object with a global id, which `node` and `nodes` resolve.",
  resolveType: ({ __typename }: Node) => __typename,
})
export abstract class Node {
  readonly __typename!: string;

  @Field(() => ID, { description: "Opaque global id. Resolve it with `node` or `nodes`." })
  readonly id!: string;
}

@InterfaceType("LineageNode", {
  description: "A node of the lineage graph, such as a snapshot, a run or a model version.",
  implements: Node,
  resolveType: ({ __typename }: LineageNode) => __typename,
})
export abstract class LineageNode implements Node {
  readonly __typename!: LineageTypename;
  readonly id!: string;

  @Field(() => String, {
    description: "Readable, stable and unique identifier. The CLI, exports and page addresses use the same key.",
  })
  readonly key!: string;

  @Field(() => LineageKind, { description: "Kind of the node. It corresponds to the node's GraphQL type." })
  readonly kind!: LineageKind;

  @Field(() => String, { description: "Short display name. Not unique." })
  readonly label!: string;

  @Field(() => String, {
    description:
      "Owner of the name, such as `s3://bucket`. For a commit, the address of its repository; for an environment, always `environments`.",
  })
  readonly namespace!: string;

  @Field(() => DateTime, {
    description: "Time at which the node was first recorded, or first referenced by another fact.",
  })
  readonly recordedAt!: number;

  @Field(() => Boolean, {
    description:
      "Whether the node is only referenced by other facts and was never registered. Its other fields are then unknown.",
  })
  readonly isStub!: boolean;
}
