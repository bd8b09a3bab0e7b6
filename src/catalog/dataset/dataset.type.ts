import { Field, ObjectType } from "type-graphql";
import { connectionType } from "../../core/api/connection.js";
import { Node } from "../../core/api/node/node.type.js";

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A named collection of data. What is in it at one moment is a snapshot.",
})
export class Dataset implements Node {
  readonly __typename!: "Dataset";
  readonly id!: string;

  @Field(() => String, { description: "Readable, stable, unique." })
  readonly key!: string;

  @Field(() => String, { description: "Where it lives, such as `s3://bucket` or `postgres://host:5432`." })
  readonly namespace!: string;

  @Field(() => String, { description: "Its name, unique in the namespace." })
  readonly name!: string;
}

export const DatasetConnection = connectionType("Dataset", () => Dataset, "datasets");
