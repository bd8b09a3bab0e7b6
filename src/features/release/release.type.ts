import { Field, Float, ObjectType } from "type-graphql";
import { connectionType } from "../../core/api/connection.js";
import { Node } from "../../core/api/node/node.type.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { ReleasePolicy } from "../../catalog/deployment/release-policy.type.js";
import { CheckOutcome, DeployStatus, ReleaseState } from "./release.enum.js";

@ObjectType({ simpleResolvers: true, description: "What one check of a release found." })
export class ReleaseCheckResult {
  @Field(() => String, {
    description:
      "The rule of the policy, by the name of its field; of a metric, the metric's name comes after a colon.",
  })
  readonly check!: string;

  @Field(() => CheckOutcome, { description: "What it found." })
  readonly outcome!: CheckOutcome;

  @Field(() => String, { description: "What was found, and where it does not pass, what to do." })
  readonly message!: string;
}

@ObjectType({ simpleResolvers: true, description: "One person's word on a release." })
export class Approval {
  @Field(() => String, { description: "Who." })
  readonly by!: string;

  @Field(() => DateTime, { description: "When." })
  readonly at!: number;

  @Field(() => Boolean, { description: "True for an approval, false for a rejection." })
  readonly approved!: boolean;

  @Field(() => String, { nullable: true, description: "What else they said." })
  readonly note!: string | null;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A proposal to deploy a model version at an endpoint, which passes fixed steps.",
})
export class Release implements Node {
  readonly __typename!: "Release";
  readonly id!: string;
  readonly modelVersionKey!: string;
  readonly endpointKey!: string;
  readonly deploymentKey!: string | null;

  @Field(() => String, { description: "Readable, stable, unique." })
  readonly key!: string;

  @Field(() => ReleaseState, { description: "How far it is." })
  readonly state!: ReleaseState;

  @Field(() => Float, {
    description: "The share of the endpoint's traffic that it is to get; below 100, what serves keeps the rest.",
  })
  readonly trafficPercent!: number;

  @Field(() => String, { nullable: true, description: "What its author said of it." })
  readonly note!: string | null;

  @Field(() => String, { description: "Its author." })
  readonly proposedBy!: string;

  @Field(() => DateTime, { description: "When it was proposed." })
  readonly proposedAt!: number;

  @Field(() => [ReleaseCheckResult], {
    description:
      "As they stood when last evaluated: when it was proposed, at each review, and when deploying was asked for; frozen once deployed.",
  })
  readonly checks!: readonly ReleaseCheckResult[];

  @Field(() => ReleasePolicy, { description: "The endpoint's policy by which the checks were evaluated." })
  readonly policy!: ReleasePolicy;

  @Field(() => [Approval], { description: "Approvals and rejections, oldest first; the last word of each person." })
  readonly approvals!: readonly Approval[];

  @Field(() => DateTime, {
    nullable: true,
    description: "When it became REJECTED, DEPLOYED or WITHDRAWN; null before.",
  })
  readonly closedAt!: number | null;

  @Field(() => String, { nullable: true, description: "Who rejected, deployed or withdrew it." })
  readonly closedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it was rejected or withdrawn, or deployed although checks did not pass.",
  })
  readonly closeReason!: string | null;

  @Field(() => Boolean, { description: "True where an admin deployed it although checks did not pass." })
  readonly override!: boolean;
}

/** A page of a list of releases. */
export const ReleaseConnection = connectionType("Release", () => Release, "releases");

@ObjectType({ simpleResolvers: true, description: "What became of a request to deploy a release." })
export class DeployPayload {
  readonly releaseKey!: string;
  readonly deploymentKey!: string | null;

  @Field(() => DeployStatus, { description: "Whether it was deployed." })
  readonly status!: DeployStatus;

  @Field(() => [ReleaseCheckResult], { description: "Every check as it was evaluated for this request." })
  readonly checks!: readonly ReleaseCheckResult[];
}
