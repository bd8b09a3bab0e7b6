import { Field, Float, InputType } from "type-graphql";
import { idempotencyKeyField } from "../../core/api/idempotency-key.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { CodeCommitRefInput } from "../code/code.input.js";
import { EnvironmentRefInput } from "../environment/environment.input.js";
import { ModelVersionRefInput } from "../model/model-version-ref.input.js";
import { DeploymentEndReason, DeploymentStage } from "./deployment.enum.js";
import { ReleasePolicyInput } from "./release-policy.type.js";

@InputType({ description: "Names an endpoint." })
export class EndpointRefInput {
  @Field(() => String, { description: "The endpoint's namespace." })
  namespace!: string;

  @Field(() => String, { description: "The endpoint's name." })
  name!: string;
}

@InputType({ description: "The deployment that serves now; where traffic is split, name it by key or id instead." })
export class DeploymentRefInput {
  @Field(() => String, { description: "The endpoint's namespace." })
  namespace!: string;

  @Field(() => String, { description: "The endpoint's name." })
  endpoint!: string;
}

@InputType({
  description:
    "Creates the endpoint or changes its policy. Without a policy, a PRODUCTION endpoint has the defaults and any other asks for nothing.",
})
export class DefineEndpointInput extends EndpointRefInput {
  @Field(() => DeploymentStage, { description: "What it is for; cannot change later." })
  stage!: DeploymentStage;

  @Field(() => ReleasePolicyInput, {
    nullable: true,
    description: "What a release is checked for from now on; left out, what is known stays. Takes the role admin.",
  })
  policy?: ReleasePolicyInput | null;
}

@InputType({
  description: "A deployment that happened outside the release process, as observed. Omitted validTo: it still serves.",
})
export class RecordDeploymentInput {
  @Field(() => String, { description: "The endpoint's namespace." })
  namespace!: string;

  @Field(() => String, { description: "The endpoint's name." })
  endpoint!: string;

  @Field(() => DeploymentStage, { description: "The endpoint's stage; it comes into being with its first deployment." })
  stage!: DeploymentStage;

  @Field(() => ModelVersionRefInput, { description: "What is served." })
  modelVersion!: ModelVersionRefInput;

  @Field(() => DateTime, { description: "When it began to serve." })
  validFrom!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: "When it ended. Left out: it serves until something takes its place.",
  })
  validTo?: Date | null;

  @Field(() => DeploymentEndReason, { nullable: true, description: "Why it ended, with validTo; RETIRED unless said." })
  endReason?: DeploymentEndReason | null;

  @Field(() => Float, { nullable: true, defaultValue: 100, description: "Its share of the traffic, from 0 to 100." })
  trafficPercent?: number | null;

  @Field(() => String, { nullable: true, description: "Who deployed it." })
  by?: string | null;

  @Field(() => CodeCommitRefInput, { nullable: true, description: "The commit of the serving code." })
  codeCommit?: CodeCommitRefInput | null;

  @Field(() => EnvironmentRefInput, { nullable: true, description: "What the serving code runs in." })
  environment?: EnvironmentRefInput | null;

  @Field(() => String, idempotencyKeyField)
  idempotencyKey?: string | null;
}
