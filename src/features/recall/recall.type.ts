import { Field, ID, InputType, ObjectType } from "type-graphql";
import { graphqlEnum } from "../../core/api/graphql-enum.js";
import { connectionType } from "../../core/api/connection.js";
import { Node } from "../../core/api/node/node.type.js";
import { idempotencyKeyField } from "../../core/api/idempotency-key.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { NodeRefInput } from "../../catalog/reference/node-ref.input.js";
import { type Watches, recallStates } from "./recall.statements.js";

export const RecallState = graphqlEnum(recallStates, {
  name: "RecallState",
  description: "State of a recall.",
  values: {
    OPEN: "The recall affects everything downstream of its targets; every affected deployment that serves is a task.",
    CLOSED: "All tasks were resolved and the recall was closed.",
  },
});
export type RecallState = keyof typeof RecallState;

@ObjectType({
  simpleResolvers: true,
  description: "A deployment affected by a recall. The task stays open until somebody resolves it.",
})
export class RecallTask {
  readonly deploymentKey!: string;

  @Field(() => Boolean, { description: "True if the deployment serves now." })
  readonly isServing!: boolean;

  @Field(() => DateTime, { nullable: true, description: "When the task was resolved; null while it is open." })
  readonly resolvedAt!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Name of the person who resolved the task; null while it is open.",
  })
  readonly resolvedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What was done about the deployment; null while the task is open.",
  })
  readonly resolution!: string | null;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A declaration that nodes are defective, open until the task of every affected deployment is resolved.",
})
export class Recall extends Node {
  readonly key!: string;
  readonly recallId!: string;
  readonly watches!: Watches;

  @Field(() => RecallState, { description: "State of the recall: open or closed." })
  readonly state!: RecallState;

  @Field(() => String, { description: "What is wrong with the recalled nodes." })
  readonly reason!: string;

  @Field(() => String, { description: "Name of the person who opened the recall." })
  readonly by!: string;

  @Field(() => DateTime, { description: "When the recall was opened." })
  readonly openedAt!: number;

  @Field(() => DateTime, { nullable: true, description: "When the recall was closed; null while it is open." })
  readonly closedAt!: number | null;

  @Field(() => [String], {
    description:
      "Datasets (by key) and packages (by name and version specifier) that are recalled entirely. " +
      "While the recall is open, their new snapshots, and new environments that install or may install them, " +
      "are recalled as well. A dataset has all names that are declared to be the same; snapshots under a name are no longer recalled once its declaration is retracted.",
  })
  readonly watchedScopes!: readonly string[];
}

/** A page of recalls. */
export const RecallConnection = connectionType("Recall", () => Recall, "recalls");

@InputType({ description: "The recall to open." })
export class OpenRecallInput {
  @Field(() => [NodeRefInput], {
    description:
      "The defective nodes, of any kind; at least one. A dataset or a package is recalled entirely, including its later snapshots or environments. Environments that may install a recalled version are recalled as well.",
  })
  readonly targets!: NodeRefInput[];

  @Field(() => String, { description: "What is wrong with the targets. Not blank, at most 4,000 characters." })
  readonly reason!: string;

  @Field(() => String, idempotencyKeyField)
  readonly idempotencyKey?: string | null;
}

@InputType({ description: "The resolution of a task of a recall." })
export class ResolveRecallTaskInput {
  @Field(() => ID, { description: "Global id or key of the recall." })
  readonly recall!: string;

  @Field(() => ID, { description: "Global id or key of the deployment." })
  readonly deployment!: string;

  @Field(() => String, {
    description: "What was done, such as rolled back, retrained or accepted. Not blank, at most 100,000 characters.",
  })
  readonly resolution!: string;
}
