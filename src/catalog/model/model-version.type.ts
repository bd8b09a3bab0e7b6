import { Field, ObjectType } from "type-graphql";
import { connectionType } from "../../core/api/connection.js";
import { LineageNode, Node } from "../../core/api/node/node.type.js";
import { BigInt } from "../../core/api/scalars/big-int.scalar.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";

@ObjectType({
  implements: [Node, LineageNode],
  simpleResolvers: true,
  description: "One immutable version of a model.",
})
export class ModelVersion extends LineageNode {
  readonly modelKey!: string;
  readonly producedByKey!: string | null;
  readonly derivedFromKeys!: readonly string[];

  @Field(() => String, { description: "The version, as registered." })
  readonly version!: string;

  @Field(() => [String], { description: "Names that point to it now, such as `champion`." })
  readonly aliases!: readonly string[];

  @Field(() => String, { nullable: true, description: "Where the model's files lie. Never opened by this API." })
  readonly artifactUri!: string | null;

  @Field(() => String, { nullable: true, description: "Digest of the files, 'algorithm:hex', where known." })
  readonly artifactDigest!: string | null;

  @Field(() => BigInt, { nullable: true, description: "Size of the files in bytes, where known." })
  readonly artifactSizeBytes!: number | null;

  @Field(() => DateTime, { nullable: true, description: "When it was made, where known." })
  readonly createdAt!: number | null;
}

export const ModelVersionConnection = connectionType("ModelVersion", () => ModelVersion, "model versions");
