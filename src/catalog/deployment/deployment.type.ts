import { Field, Float, ObjectType } from "type-graphql";
import { connectionType } from "../../core/api/connection.js";
import { LineageNode, Node } from "../../core/api/node/node.type.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { DeploymentEndReason, DeploymentStage, DeploymentState } from "./deployment.enum.js";

@ObjectType({
  implements: [Node, LineageNode],
  simpleResolvers: true,
  description: "One model version served at one endpoint for one time interval.",
})
export class Deployment extends LineageNode {
  readonly endpointKey!: string;
  readonly modelVersionKey!: string;
  readonly codeCommitKey!: string | null;
  readonly environmentKey!: string | null;

  @Field(() => DeploymentStage, { description: "Stage of the endpoint." })
  readonly stage!: DeploymentStage;

  @Field(() => DeploymentState, { description: "Current state: ACTIVE, or the reason for the end." })
  readonly state!: DeploymentState;

  @Field(() => Float, {
    description: "Share of the endpoint's traffic in percent, 0 to 100. For an ended deployment, its last share.",
  })
  readonly trafficPercent!: number;

  @Field(() => DateTime, { description: "Time at which the deployment started to serve." })
  readonly validFrom!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: "Time at which the deployment ended or will end. Null if no end is recorded.",
  })
  readonly validTo!: number | null;

  @Field(() => DeploymentEndReason, { nullable: true, description: "Reason for the end. Null if no end is recorded." })
  readonly endReason!: DeploymentEndReason | null;

  @Field(() => String, { nullable: true, description: "Person or system that deployed it. Null if unknown." })
  readonly by!: string | null;
}

export const DeploymentConnection = connectionType("Deployment", () => Deployment, "deployments");
