import { Field, ObjectType } from "type-graphql";
import { connectionType } from "../../core/api/connection.js";
import { LineageNode, Node } from "../../core/api/node/node.type.js";
import { BigInt } from "../../core/api/scalars/big-int.scalar.js";
import { ModelOrigin } from "./model.enum.js";
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

  @Field(() => String, { description: "Version identifier, as registered." })
  readonly version!: string;

  @Field(() => [String], {
    description: "Aliases that currently point to the version, such as `champion`, in alphabetical order.",
  })
  readonly aliases!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: "Location of the model's files. This API never opens it. Null if unknown.",
  })
  readonly artifactUri!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Digest of the files in the format `algorithm:value`. Null if unknown.",
  })
  readonly artifactDigest!: string | null;

  @Field(() => BigInt, { nullable: true, description: "Size of the files in bytes. Null if unknown." })
  readonly artifactSizeBytes!: number | null;

  @Field(() => DateTime, { nullable: true, description: "Time at which the version was created. Null if unknown." })
  readonly createdAt!: number | null;

  @Field(() => ModelOrigin, {
    description:
      "RECORDED: the inputs of the version are recorded in the graph, or should be. EXTERNAL: the version came from outside.",
  })
  readonly origin!: ModelOrigin;
}

export const ModelVersionConnection = connectionType("ModelVersion", () => ModelVersion, "model versions");
