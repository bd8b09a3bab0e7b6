import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { connectionType } from "../../core/api/connection.js";
import { Node } from "../../core/api/node/node.type.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { NodeRefInput } from "../../catalog/reference/index.js";
import type { Watches } from "./recall.statements.js";

export const RecallState = { OPEN: "OPEN", CLOSED: "CLOSED" } as const;
export type RecallState = keyof typeof RecallState;

registerEnumType(RecallState, {
  name: "RecallState",
  description: "How far a recall is.",
  valuesConfig: {
    OPEN: {
      description: "It reaches everything downstream of its targets, and every deployment there that serves is a task.",
    },
    CLOSED: { description: "All of its tasks were resolved, and it was closed." },
  },
});

@ObjectType({ simpleResolvers: true, description: "A deployment that a recall reaches, to be dealt with." })
export class RecallTask {
  readonly deploymentKey!: string;

  @Field(() => Boolean, { description: "Whether the deployment serves now." })
  readonly isServing!: boolean;

  @Field(() => DateTime, { nullable: true, description: "When it was dealt with; null while it is open." })
  readonly resolvedAt!: number | null;

  @Field(() => String, { nullable: true, description: "By whom." })
  readonly resolvedBy!: string | null;

  @Field(() => String, { nullable: true, description: "How." })
  readonly resolution!: string | null;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A declaration that something is bad, followed until every affected deployment is dealt with.",
})
export class Recall extends Node {
  readonly key!: string;
  readonly recallId!: string;
  readonly watches!: Watches;

  @Field(() => RecallState, { description: "Whether it is open." })
  readonly state!: RecallState;

  @Field(() => String, { description: "What is wrong." })
  readonly reason!: string;

  @Field(() => String, { description: "Who opened it." })
  readonly by!: string;

  @Field(() => DateTime, { description: "When it was opened." })
  readonly openedAt!: number;

  @Field(() => DateTime, { nullable: true, description: "When it was closed; null while it is open." })
  readonly closedAt!: number | null;

  @Field(() => [String], {
    description:
      "The scopes that the recall watches: keys of datasets, and packages with their version specifiers. Snapshots and environments that are recorded in a watched scope later are recalled too.",
  })
  readonly watchedScopes!: readonly string[];
}

/** A page of recalls. */
export const RecallConnection = connectionType("Recall", () => Recall, "recalls");

@InputType({ description: "A recall to open." })
export class OpenRecallInput {
  @Field(() => [NodeRefInput], {
    description:
      "What is bad: any nodes. A dataset or a package is recalled as a whole, with what appears of it later.",
  })
  readonly targets!: NodeRefInput[];

  @Field(() => String, { description: "What is wrong with it." })
  readonly reason!: string;

  @Field(() => String, { nullable: true, description: "The same key again opens no second recall." })
  readonly idempotencyKey?: string | null;
}

@InputType({ description: "How a task of a recall was dealt with." })
export class ResolveRecallTaskInput {
  @Field(() => ID, { description: "The recall." })
  readonly recall!: string;

  @Field(() => ID, { description: "The deployment." })
  readonly deployment!: string;

  @Field(() => String, { description: "What was done: rolled back, retrained, accepted and by whom." })
  readonly resolution!: string;
}
