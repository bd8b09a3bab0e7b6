import { Field, ID, InputType, ObjectType } from "type-graphql";
import { EndpointRefInput } from "../../catalog/deployment/index.js";
import { DeployStatus } from "../release/release.enum.js";
import type { RollbackPlanRecord } from "./rollback-plan.js";

@ObjectType({ simpleResolvers: true, description: "A deployment that a rollback might go back to." })
export class RollbackCandidate {
  readonly deploymentKey!: string;
  readonly modelVersionKey!: string;

  @Field(() => Boolean, { description: "Whether it may be gone back to." })
  readonly eligible!: boolean;

  @Field(() => [String], {
    description: "Why it is not eligible; of one that serves beside others, what going back to it means.",
  })
  readonly reasons!: readonly string[];
}

@ObjectType({ simpleResolvers: true, description: "What a rollback of an endpoint would do." })
export class RollbackPlan {
  readonly record!: RollbackPlanRecord;
}

@ObjectType({ simpleResolvers: true, description: "What became of a request to roll back." })
export class RollbackPayload {
  readonly deploymentKey!: string | null;

  @Field(() => DeployStatus, {
    description: "DEPLOYED: the endpoint serves the version that it went back to. REFUSED: nothing changed.",
  })
  readonly status!: DeployStatus;

  @Field(() => String, { description: "What was done, or why nothing was and what to do." })
  readonly message!: string;

  @Field(() => RollbackPlan, { description: "The plan as it stood under the lock, before anything changed." })
  readonly plan!: RollbackPlan;
}

@InputType({ description: "Takes an endpoint back to an earlier deployment." })
export class RollbackInput {
  @Field(() => EndpointRefInput, { description: "Where." })
  endpoint!: EndpointRefInput;

  @Field(() => ID, {
    nullable: true,
    description:
      "The deployment to go back to, by its global id or key, which must be eligible; left out, the plan's target.",
  })
  to?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      "What serves by the plan that was shown to whoever decided, by global ids or keys: where it is not what serves any more, the rollback is REFUSED. Left out, what serves when the request comes in.",
  })
  serving?: string[] | null;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "A text of the caller's choice: sent again with the same input, the request has no second effect; with another input it is a CONFLICT.",
  })
  idempotencyKey?: string | null;
}
