import { Field, Float, ID, InputType } from "type-graphql";
import { idempotencyKeyField } from "../../core/api/idempotency-key.js";
import { EndpointRefInput } from "../../catalog/deployment/deployment.input.js";
import { ModelVersionRefInput } from "../../catalog/ref/model-version-ref.input.js";

@InputType({ description: "The proposed deployment of a model version." })
export class ProposeReleaseInput {
  @Field(() => EndpointRefInput, { description: "The endpoint to deploy at." })
  endpoint!: EndpointRefInput;

  @Field(() => ModelVersionRefInput, {
    description: "The model version to deploy. An alias is resolved once, to its current version.",
  })
  modelVersion!: ModelVersionRefInput;

  @Field(() => Float, {
    nullable: true,
    defaultValue: 100,
    description:
      "Share of the endpoint's traffic for the version, in percent, from 0 to 100. Defaults to 100. Below 100, current deployments keep the remaining traffic.",
  })
  trafficPercent?: number | null;

  @Field(() => String, { nullable: true, description: "Remark for the reviewers, at most 4,000 characters." })
  note?: string | null;

  @Field(() => String, idempotencyKeyField)
  idempotencyKey?: string | null;
}

@InputType({ description: "A review of a release by the caller." })
export class ReviewReleaseInput {
  @Field(() => ID, { description: "Global id, key or UUID of the release." })
  release!: string;

  @Field(() => Boolean, { description: "True to approve the release, false to reject it." })
  approve!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Remark on the review, at most 4,000 characters. For a rejection, its reason.",
  })
  note?: string | null;

  @Field(() => String, idempotencyKeyField)
  idempotencyKey?: string | null;
}

@InputType({ description: "The withdrawal of a release." })
export class WithdrawReleaseInput {
  @Field(() => ID, { description: "Global id, key or UUID of the release." })
  release!: string;

  @Field(() => String, { nullable: true, description: "Reason for the withdrawal, at most 4,000 characters." })
  reason?: string | null;

  @Field(() => String, idempotencyKeyField)
  idempotencyKey?: string | null;
}

@InputType({ description: "The deployment of a release." })
export class DeployReleaseInput {
  @Field(() => ID, { description: "Global id, key or UUID of the release." })
  release!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      "Deploys the release even if checks do not pass. Requires the role admin and a reason. The override is recorded.",
  })
  override?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Reason for the override, at most 4,000 characters. Required with `override: true`, otherwise ignored.",
  })
  reason?: string | null;

  @Field(() => String, idempotencyKeyField)
  idempotencyKey?: string | null;
}
