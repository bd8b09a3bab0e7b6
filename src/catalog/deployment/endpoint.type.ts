import { Field, ObjectType } from "type-graphql";
import { connectionType } from "../../core/api/connection.js";
import { Node } from "../../core/api/node/node.type.js";
import { DeploymentStage } from "./deployment.enum.js";

@ObjectType({ implements: Node, simpleResolvers: true, description: "A place where models are served." })
export class Endpoint implements Node {
  readonly __typename!: "Endpoint";
  readonly id!: string;

  @Field(() => String, { description: "Readable, stable, unique." })
  readonly key!: string;

  @Field(() => String, { description: "Who owns the name." })
  readonly namespace!: string;

  @Field(() => String, { description: "Its name, unique in the namespace." })
  readonly name!: string;

  @Field(() => DeploymentStage, { description: "What it is for; never changes. DEVELOPMENT while nobody has said." })
  readonly stage!: DeploymentStage;
}

export const EndpointConnection = connectionType("Endpoint", () => Endpoint, "endpoints");
