import { Field, Float, ID, InputType } from "type-graphql";
import { EndpointRefInput } from "../../catalog/deployment/index.js";
import { ModelVersionRefInput } from "../../catalog/model/index.js";

const idempotencyKey = {
  nullable: true,
  description:
    "A text of the caller's choice: sent again with the same input, the request has no second effect; with another input it is a CONFLICT.",
};

@InputType({ description: "A proposal to deploy a model version." })
export class ProposeReleaseInput {
  @Field(() => EndpointRefInput, { description: "Where." })
  endpoint!: EndpointRefInput;

  @Field(() => ModelVersionRefInput, { description: "What; an alias means the version that it points to now." })
  modelVersion!: ModelVersionRefInput;

  @Field(() => Float, {
    nullable: true,
    defaultValue: 100,
    description:
      "The share of the endpoint's traffic that it is to get, from 0 to 100; below 100, what serves keeps the rest.",
  })
  trafficPercent?: number | null;

  @Field(() => String, { nullable: true, description: "Why, for those who review it." })
  note?: string | null;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType({ description: "One person's word on a release." })
export class ReviewReleaseInput {
  @Field(() => ID, { description: "The release." })
  release!: string;

  @Field(() => Boolean, { description: "True approves, false rejects." })
  approve!: boolean;

  @Field(() => String, { nullable: true, description: "What else there is to say." })
  note?: string | null;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType({ description: "Takes a release back that was not deployed." })
export class WithdrawReleaseInput {
  @Field(() => ID, { description: "The release." })
  release!: string;

  @Field(() => String, { nullable: true, description: "Why." })
  reason?: string | null;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType({ description: "Deploys a release." })
export class DeployReleaseInput {
  @Field(() => ID, { description: "The release." })
  release!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Deploy although checks do not pass; takes the role admin and a reason, and stays recorded.",
  })
  override?: boolean | null;

  @Field(() => String, { nullable: true, description: "Why it is deployed although checks do not pass." })
  reason?: string | null;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}
