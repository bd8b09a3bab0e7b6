import { Field, Float, InputType } from "type-graphql";
import { idempotencyKeyField } from "../../core/api/idempotency-key.js";
import { observedAtField } from "../../core/api/observed-at.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { CodeCommitRefInput } from "../code/code.input.js";
import { EnvironmentRefInput } from "../environment/environment.input.js";
import { ModelVersionRefInput } from "../ref/model-version-ref.input.js";
import { DeploymentEndReason, DeploymentStage } from "./deployment.enum.js";
import { ReleasePolicyInput } from "./release-policy.input.js";

@InputType({ description: "Reference to an endpoint." })
export class EndpointRefInput {
  @Field(() => String, { description: "Namespace of the endpoint. 1 to 1,000 characters, no surrounding white space." })
  namespace!: string;

  @Field(() => String, { description: "Name of the endpoint. 1 to 1,000 characters, no surrounding white space." })
  name!: string;
}

@InputType({
  description:
    "Reference to the deployment that serves at an endpoint. If several share the traffic, reference one by key or id instead.",
})
export class DeploymentRefInput {
  @Field(() => String, { description: "Namespace of the endpoint." })
  namespace!: string;

  @Field(() => String, { description: "Name of the endpoint." })
  endpoint!: string;
}

@InputType({
  description: "An endpoint and its release policy.",
})
export class DefineEndpointInput extends EndpointRefInput {
  @Field(() => DeploymentStage, { description: "Purpose of the endpoint. It cannot change later." })
  stage!: DeploymentStage;

  @Field(() => ReleasePolicyInput, {
    nullable: true,
    description:
      "Release policy that replaces the current one. Requires the role admin. If omitted, the current policy stays.",
  })
  policy?: ReleasePolicyInput | null;
}

@InputType({
  description: "A deployment that was observed outside the release process.",
})
export class RecordDeploymentInput {
  @Field(() => String, { description: "Namespace of the endpoint. 1 to 1,000 characters, no surrounding white space." })
  namespace!: string;

  @Field(() => String, { description: "Name of the endpoint. 1 to 1,000 characters, no surrounding white space." })
  endpoint!: string;

  @Field(() => DeploymentStage, {
    description:
      "Stage of the endpoint, which is created with its first deployment. Another stage than the recorded one is a CONFLICT.",
  })
  stage!: DeploymentStage;

  @Field(() => ModelVersionRefInput, { description: "Model version that is served." })
  modelVersion!: ModelVersionRefInput;

  @Field(() => DateTime, { description: "Time at which the deployment started to serve." })
  validFrom!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "Time at which the deployment ended, after `validFrom`. If omitted, it serves until another deployment replaces it.",
  })
  validTo?: Date | null;

  @Field(() => DeploymentEndReason, {
    nullable: true,
    description: "Reason for the end. Requires `validTo`. Defaults to RETIRED.",
  })
  endReason?: DeploymentEndReason | null;

  @Field(() => Float, {
    nullable: true,
    defaultValue: 100,
    description: "Share of the endpoint's traffic in percent, 0 to 100. Defaults to 100.",
  })
  trafficPercent?: number | null;

  @Field(() => String, { nullable: true, description: "Person or system that deployed it. At most 4,000 characters." })
  by?: string | null;

  @Field(() => CodeCommitRefInput, { nullable: true, description: "Commit of the serving code." })
  codeCommit?: CodeCommitRefInput | null;

  @Field(() => EnvironmentRefInput, { nullable: true, description: "Environment of the serving code." })
  environment?: EnvironmentRefInput | null;

  @Field(() => DateTime, observedAtField)
  observedAt?: Date | null;

  @Field(() => String, idempotencyKeyField)
  idempotencyKey?: string | null;
}
