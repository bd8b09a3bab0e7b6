import { Field, Float, ObjectType } from "type-graphql";
import { connectionType } from "../../core/api/connection.js";
import { Node } from "../../core/api/node/node.type.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { ReleasePolicy } from "./release-policy.type.js";
import { CheckOutcome, DeployStatus, ReleaseState } from "./release.enum.js";

@ObjectType({ simpleResolvers: true, description: "Result of one check of a release." })
export class ReleaseCheckResult {
  @Field(() => String, {
    description: "Name of the policy's field. For a metric, followed by a colon and the metric's name.",
  })
  readonly check!: string;

  @Field(() => CheckOutcome, { description: "Whether the check passed." })
  readonly outcome!: CheckOutcome;

  @Field(() => String, { description: "The finding and, if the check did not pass, what to do." })
  readonly message!: string;
}

@ObjectType({ simpleResolvers: true, description: "A review of a release by one person." })
export class Approval {
  @Field(() => String, { description: "Name of the reviewer." })
  readonly by!: string;

  @Field(() => DateTime, { description: "When the review was recorded." })
  readonly at!: number;

  @Field(() => Boolean, { description: "True for an approval, false for a rejection." })
  readonly approved!: boolean;

  @Field(() => String, { nullable: true, description: "Remark of the reviewer; null if none was given." })
  readonly note!: string | null;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A proposal to deploy a model version at an endpoint. It passes a fixed sequence of steps.",
})
export class Release implements Node {
  readonly __typename!: "Release";
  readonly id!: string;
  readonly modelVersionKey!: string;
  readonly endpointKey!: string;
  readonly deploymentKey!: string | null;

  @Field(() => String, { description: "Key of the release: readable, stable and unique." })
  readonly key!: string;

  @Field(() => ReleaseState, { description: "State of the release." })
  readonly state!: ReleaseState;

  @Field(() => Float, {
    description:
      "Share of the endpoint's traffic for the version, in percent, from 0 to 100. Below 100, current deployments keep the remaining traffic.",
  })
  readonly trafficPercent!: number;

  @Field(() => String, { nullable: true, description: "Remark of the author; null if none was given." })
  readonly note!: string | null;

  @Field(() => String, { description: "Name of the author of the proposal." })
  readonly proposedBy!: string;

  @Field(() => DateTime, { description: "When the release was proposed." })
  readonly proposedAt!: number;

  @Field(() => [ReleaseCheckResult], {
    description:
      "Checks as last evaluated: at the proposal, at each review and at each request to deploy. They no longer change once the release is closed.",
  })
  readonly checks!: readonly ReleaseCheckResult[];

  @Field(() => ReleasePolicy, { description: "The endpoint's policy at the last evaluation of the checks." })
  readonly policy!: ReleasePolicy;

  @Field(() => [Approval], { description: "Last review of each person, approvals and rejections, oldest first." })
  readonly approvals!: readonly Approval[];

  @Field(() => DateTime, {
    nullable: true,
    description: "When the release became REJECTED, DEPLOYED or WITHDRAWN; null before.",
  })
  readonly closedAt!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Name of the person who rejected, deployed or withdrew the release; null before.",
  })
  readonly closedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Reason for the rejection, the withdrawal, or a deployment that overrode checks; null if none was given.",
  })
  readonly closeReason!: string | null;

  @Field(() => Boolean, { description: "True if an admin deployed the release although checks did not pass." })
  readonly override!: boolean;
}

/** A page of a list of releases. */
export const ReleaseConnection = connectionType("Release", () => Release, "releases");

@ObjectType({ simpleResolvers: true, description: "Outcome of a request to deploy a release." })
export class DeployPayload {
  readonly releaseKey!: string;
  readonly deploymentKey!: string | null;

  @Field(() => DeployStatus, { description: "Whether the release was deployed." })
  readonly status!: DeployStatus;

  @Field(() => [ReleaseCheckResult], { description: "Every check, as evaluated for this request." })
  readonly checks!: readonly ReleaseCheckResult[];
}
