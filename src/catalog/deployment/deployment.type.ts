import { Field, Float, ObjectType } from "type-graphql";
import { connectionType } from "../../core/api/connection.js";
import { LineageNode, Node } from "../../core/api/node/node.type.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { DeploymentEndReason, DeploymentStage, DeploymentStatus } from "./deployment.enum.js";

@ObjectType({
  implements: [Node, LineageNode],
  simpleResolvers: true,
  description: "One model version served at one endpoint for one interval of time.",
})
export class Deployment extends LineageNode {
  readonly endpointKey!: string;
  readonly modelVersionKey!: string;
  readonly codeCommitKey!: string | null;
  readonly environmentKey!: string | null;

  @Field(() => DeploymentStage, { description: "The endpoint's stage." })
  readonly stage!: DeploymentStage;

  @Field(() => DeploymentStatus, { description: "Whether it serves now, and if not, why it ended." })
  readonly status!: DeploymentStatus;

  @Field(() => Float, { description: "Its share of the endpoint's traffic; of an ended one, the last that it had." })
  readonly trafficPercent!: number;

  @Field(() => DateTime, { description: "When it began to serve." })
  readonly validFrom!: number;

  @Field(() => DateTime, { nullable: true, description: "When it ended; null while it serves." })
  readonly validTo!: number | null;

  @Field(() => DeploymentEndReason, { nullable: true, description: "Why it ends or ended, where an end is known." })
  readonly endReason!: DeploymentEndReason | null;

  @Field(() => String, { nullable: true, description: "Who deployed it, where known." })
  readonly by!: string | null;
}

export const DeploymentConnection = connectionType("Deployment", () => Deployment, "deployments");
