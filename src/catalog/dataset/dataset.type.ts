import { Field, ObjectType } from "type-graphql";
import { connectionType } from "../../core/api/connection.js";
import { Node } from "../../core/api/node/node.type.js";

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A named collection of data. Each immutable state of it is a snapshot.",
})
export class Dataset implements Node {
  readonly __typename!: "Dataset";
  readonly id!: string;

  @Field(() => String, { description: "Readable, stable and unique identifier." })
  readonly key!: string;

  @Field(() => String, {
    description: "Storage system that owns the name, such as `s3://bucket` or `postgres://host:5432`.",
  })
  readonly namespace!: string;

  @Field(() => String, { description: "Name of the dataset, unique in its namespace." })
  readonly name!: string;
}

export const DatasetConnection = connectionType("Dataset", () => Dataset, "datasets");
