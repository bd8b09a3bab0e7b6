import { Field, ObjectType } from "type-graphql";
import { connectionType } from "../../core/api/connection.js";
import { Node } from "../../core/api/node/node.type.js";

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A registered name for models. What is served is one of its versions.",
})
export class Model implements Node {
  readonly __typename!: "Model";
  readonly id!: string;

  @Field(() => String, { description: "Readable, stable, unique." })
  readonly key!: string;

  @Field(() => String, { description: "Who owns the name." })
  readonly namespace!: string;

  @Field(() => String, { description: "Its name, unique in the namespace." })
  readonly name!: string;
}

export const ModelConnection = connectionType("Model", () => Model, "models");
