import { Field, ObjectType } from "type-graphql";
import { connectionType } from "../../core/api/connection.js";
import { LineageNode, Node } from "../../core/api/node/node.type.js";
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

  @Field(() => String, { description: "Id of the run in the system that executed it." })
  readonly externalId!: string;

  @Field(() => String, {
    nullable: true,
    description: "Display name, as observed last. Null if unknown.",
  })
  readonly name!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Name of the experiment that groups the run with others, as observed last. Null if unknown.",
  })
  readonly experiment!: string | null;

  @Field(() => RunStatus, { description: "Status of the run, as observed last." })
  readonly status!: RunStatus;

  @Field(() => DateTime, { nullable: true, description: "Earliest reported start time. Null if unknown." })
  readonly startedAt!: number | null;

  @Field(() => DateTime, { nullable: true, description: "End time, as observed last. Null if unknown." })
  readonly endedAt!: number | null;

  @Field(() => String, { nullable: true, description: "Person or system that started the run. Null if unknown." })
  readonly by!: string | null;

  @Field(() => String, { nullable: true, description: "Command line that was executed. Null if unknown." })
  readonly command!: string | null;

  @Field(() => Boolean, {
    description: "Whether the source marks the run as deleted, as observed last. The run remains part of the lineage.",
  })
  readonly deletedAtSource!: boolean;
}

export const RunConnection = connectionType("Run", () => Run, "runs");

@ObjectType({ simpleResolvers: true, description: "A parameter that a run was started with." })
export class Parameter {
  @Field(() => String, { description: "Name of the parameter." })
  readonly name!: string;

  @Field(() => String, { description: "Value of the parameter as text." })
  readonly value!: string;
}

@ObjectType({ simpleResolvers: true, description: "A tag that the source attaches to a run." })
export class RunTag {
  @Field(() => String, { description: "Name of the tag." })
  readonly name!: string;

  @Field(() => String, { description: "Value of the tag as text. It may be empty." })
  readonly value!: string;
}

/** An input or output of a run, with the fields that one statement returns. */
export interface RunUse {
  readonly role: string;
  readonly inferred: boolean;
  readonly light: LineageNode;
}

@ObjectType({ simpleResolvers: true, description: "A snapshot or model version that a run used." })
export class RunInput implements RunUse {
  readonly light!: LineageNode;

  @Field(() => String, { description: "Role of the input, such as `training`." })
  readonly role!: string;

  @Field(() => Boolean, { description: "Whether the relationship was inferred. False if it was reported." })
  readonly inferred!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "A snapshot or model version that a run produced." })
export class RunOutput implements RunUse {
  readonly light!: LineageNode;

  @Field(() => String, { description: "Role of the output, such as `output` or `model`." })
  readonly role!: string;

  @Field(() => Boolean, { description: "Whether the relationship was inferred. False if it was reported." })
  readonly inferred!: boolean;
}
