import { Field, ObjectType } from "type-graphql";
import { connectionType } from "../../core/api/connection.js";
import { Node } from "../../core/api/node/node.type.js";
import { DeploymentStage } from "./deployment.enum.js";

@ObjectType({ implements: Node, simpleResolvers: true, description: "A place where model versions are served." })
export class Endpoint implements Node {
  readonly __typename!: "Endpoint";
  readonly id!: string;

  @Field(() => String, { description: "Readable, stable and unique identifier." })
  readonly key!: string;

  @Field(() => String, { description: "Owner of the name, such as the address of a serving platform." })
  readonly namespace!: string;

  @Field(() => String, { description: "Name of the endpoint, unique in its namespace." })
  readonly name!: string;

  @Field(() => DeploymentStage, {
    description: "Purpose of the endpoint. It never changes once it is set. DEVELOPMENT if unknown.",
  })
  readonly stage!: DeploymentStage;
}

export const EndpointConnection = connectionType("Endpoint", () => Endpoint, "endpoints");
