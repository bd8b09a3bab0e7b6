import { Field, ID, InputType, ObjectType } from "type-graphql";
import { EndpointRefInput } from "../../catalog/deployment/deployment.input.js";
import { idempotencyKeyField } from "../../core/api/idempotency-key.js";
import { DeployStatus } from "../release/release.enum.js";
import type { RollbackPlanRecord } from "./rollback-plan.js";

@ObjectType({ simpleResolvers: true, description: "A deployment that a rollback may select." })
export class RollbackCandidate {
  readonly deploymentKey!: string;
  readonly modelVersionKey!: string;

  @Field(() => Boolean, { description: "True if a rollback may select the deployment." })
  readonly eligible!: boolean;

  @Field(() => [String], {
    description:
      "Reasons why the deployment is not eligible. For one that shares the traffic now: the effect of a rollback to it.",
  })
  readonly reasons!: readonly string[];
}

@ObjectType({ simpleResolvers: true, description: "The effect of a rollback of an endpoint." })
export class RollbackPlan {
  readonly record!: RollbackPlanRecord;
}

@ObjectType({ simpleResolvers: true, description: "Outcome of a `rollback` request." })
export class RollbackPayload {
  readonly deploymentKey!: string | null;

  @Field(() => DeployStatus, {
    description: "DEPLOYED: the endpoint serves the selected version. REFUSED: nothing changed.",
  })
  readonly status!: DeployStatus;

  @Field(() => String, { description: "What changed, or why nothing changed and what to do." })
  readonly message!: string;

  @Field(() => RollbackPlan, { description: "The plan on which the decision was based, before any change." })
  readonly plan!: RollbackPlan;
}

@InputType({ description: "A rollback of an endpoint to an earlier deployment." })
export class RollbackInput {
  @Field(() => EndpointRefInput, { description: "The endpoint to roll back." })
  endpoint!: EndpointRefInput;

  @Field(() => ID, {
    nullable: true,
    description: "Global id or key of an eligible candidate. Defaults to the plan's target.",
  })
  to?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      "Global ids or keys of the deployments that the reviewed plan lists as `serving`; at most 1,000. " +
      "If other deployments serve by then, the rollback is REFUSED. " +
      "Defaults to the deployments that serve when the request arrives.",
  })
  serving?: string[] | null;

  @Field(() => String, { description: "Reason for the rollback. Not blank, at most 4,000 characters." })
  reason!: string;

  @Field(() => String, idempotencyKeyField)
  idempotencyKey?: string | null;
}
