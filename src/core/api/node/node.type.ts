import { Field, ID, InterfaceType } from "type-graphql";
import { DateTime } from "../scalars/date-time.scalar.js";
import { LineageKind, type LineageTypename } from "./lineage-kind.enum.js";

@InterfaceType("Node", {
  description: "A thing with a global id, by which `node` and `nodes` find it again.",
  resolveType: ({ __typename }: Node) => __typename,
})
export abstract class Node {
  readonly __typename!: string;

  @Field(() => ID, { description: "Opaque global id." })
  readonly id!: string;
}

@InterfaceType("LineageNode", {
  description: "A node that lineage flows through.",
  implements: Node,
  resolveType: ({ __typename }: LineageNode) => __typename,
})
export abstract class LineageNode implements Node {
  readonly __typename!: LineageTypename;
  readonly id!: string;

  @Field(() => String, {
    description: "Readable, stable, unique; the same text in the CLI, in exports and in page addresses.",
  })
  readonly key!: string;

  @Field(() => LineageKind, { description: "What it is; the type of the node says the same." })
  readonly kind!: LineageKind;

  @Field(() => String, { description: "A short name for people, not unique." })
  readonly label!: string;

  @Field(() => String, { description: "Who owns the name, such as `s3://bucket`; of a commit, its repository." })
  readonly namespace!: string;

  @Field(() => DateTime, { description: "When this API learnt of it." })
  readonly recordedAt!: number;
}
