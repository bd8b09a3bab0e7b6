import { Field, Float, ObjectType } from "type-graphql";
import { connectionType } from "../../core/api/connection.js";
import { LineageNode, Node } from "../../core/api/node/node.type.js";
import { BigInt } from "../../core/api/scalars/big-int.scalar.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { RunStatus } from "./run.enum.js";

@ObjectType({
  implements: [Node, LineageNode],
  simpleResolvers: true,
  description: "One execution: training, transformation, evaluation or batch scoring.",
})
export class Run extends LineageNode {
  readonly parentKey!: string | null;
  readonly codeCommitKey!: string | null;
  readonly environmentKey!: string | null;

  @Field(() => String, { description: "Its id in the system that ran it." })
  readonly externalId!: string;

  @Field(() => String, { nullable: true, description: "Its name for people, where it has one." })
  readonly name!: string | null;

  @Field(() => String, { nullable: true, description: "The name that groups it with others." })
  readonly experiment!: string | null;

  @Field(() => RunStatus, { description: "How far it is." })
  readonly status!: RunStatus;

  @Field(() => DateTime, { nullable: true, description: "When it started, where known." })
  readonly startedAt!: number | null;

  @Field(() => DateTime, { nullable: true, description: "When it ended, where known." })
  readonly endedAt!: number | null;

  @Field(() => String, { nullable: true, description: "Who ran it, where known." })
  readonly by!: string | null;

  @Field(() => String, { nullable: true, description: "The command that ran, where known." })
  readonly command!: string | null;

  @Field(() => Boolean, {
    description: "True where its source marks it as deleted. It happened all the same, and lineage goes on through it.",
  })
  readonly deletedAtSource!: boolean;
}

export const RunConnection = connectionType("Run", () => Run, "runs");

@ObjectType({ simpleResolvers: true, description: "A setting that a run was started with." })
export class Parameter {
  @Field(() => String, { description: "Its name." })
  readonly name!: string;

  @Field(() => String, { description: "Its value as text." })
  readonly value!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "The last value of a metric. value is null where it is not a finite number; text then says NaN, Infinity or -Infinity.",
})
export class Metric {
  readonly datasetKey!: string | null;

  @Field(() => String, { description: "Its name." })
  readonly name!: string;

  @Field(() => Float, { nullable: true, description: "The value, where it is a finite number." })
  readonly value!: number | null;

  @Field(() => String, { description: "The value as text." })
  readonly text!: string;

  @Field(() => BigInt, { nullable: true, description: "The step that it was measured at, where known." })
  readonly step!: number | null;

  @Field(() => DateTime, { nullable: true, description: "When it was measured, where known." })
  readonly at!: number | null;
}

/** One thing that a run used or made, as far as one statement tells. */
export interface RunUse {
  readonly role: string;
  readonly inferred: boolean;
  readonly light: LineageNode;
}

@ObjectType({ simpleResolvers: true, description: "A snapshot or a model version that a run used." })
export class RunInput implements RunUse {
  readonly light!: LineageNode;

  @Field(() => String, { description: "What it was used for, such as `training`." })
  readonly role!: string;

  @Field(() => Boolean, { description: "True where this was concluded and not reported." })
  readonly inferred!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "A snapshot or a model version that a run made." })
export class RunOutput implements RunUse {
  readonly light!: LineageNode;

  @Field(() => String, { description: "What it is to the run, such as `model`." })
  readonly role!: string;

  @Field(() => Boolean, { description: "True where this was concluded and not reported." })
  readonly inferred!: boolean;
}
