import { Field, ObjectType } from "type-graphql";
import { connectionType } from "../../core/api/connection.js";
import { Node } from "../../core/api/node/node.type.js";

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A registered model name. Endpoints serve its versions.",
})
export class Model implements Node {
  readonly __typename!: "Model";
  readonly id!: string;

  @Field(() => String, { description: "Readable, stable and unique identifier." })
  readonly key!: string;

  @Field(() => String, { description: "Owner of the name, such as the address of a model registry." })
  readonly namespace!: string;

  @Field(() => String, { description: "Name of the model, unique in its namespace." })
  readonly name!: string;
}

export const ModelConnection = connectionType("Model", () => Model, "models");
