import { Field, Float, InputType } from "type-graphql";
import { BigInt } from "../../core/api/scalars/big-int.scalar.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { CodeCommitRefInput } from "../code/code.input.js";
import { DatasetSnapshotRefInput } from "../dataset/dataset.input.js";
import { EnvironmentRefInput } from "../environment/environment.input.js";
import { ModelVersionRefInput } from "../model/model-version-ref.input.js";
import { RunRefInput } from "./run-ref.input.js";
import { RunStatus } from "./run.enum.js";

@InputType({ description: "A setting that a run was started with." })
export class ParameterInput {
  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => String, { description: "Its value as text." })
  value!: string;
}

@InputType({ description: "value or text: text takes NaN, Infinity and -Infinity." })
export class MetricInput {
  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => Float, { nullable: true, description: "The value, where it is a finite number." })
  value?: number | null;

  @Field(() => String, { nullable: true, description: "NaN, Infinity or -Infinity." })
  text?: string | null;

  @Field(() => BigInt, { nullable: true, description: "The step that it was measured at." })
  step?: number | null;

  @Field(() => DateTime, { nullable: true, description: "When it was measured." })
  at?: Date | null;

  @Field(() => DatasetSnapshotRefInput, { nullable: true, description: "The snapshot that it was measured on." })
  dataset?: DatasetSnapshotRefInput | null;
}

@InputType("RunInputInput", { description: "What a run used: exactly one of datasetSnapshot and modelVersion." })
export class RunInputReference {
  @Field(() => String, { description: "What it was used for, such as `training`." })
  role!: string;

  @Field(() => DatasetSnapshotRefInput, { nullable: true, description: "The snapshot." })
  datasetSnapshot?: DatasetSnapshotRefInput | null;

  @Field(() => ModelVersionRefInput, { nullable: true, description: "The model version." })
  modelVersion?: ModelVersionRefInput | null;
}

@InputType({
  description: "What a source says of one run, now; it accumulates with what was said before and what comes later.",
})
export class RecordRunInput extends RunRefInput {
  @Field(() => String, { nullable: true, description: "Its name for people." })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "The name that groups it with others." })
  experiment?: string | null;

  @Field(() => RunStatus, {
    description: "How far it is. An end wins over what came before, and a failure over any other end.",
  })
  status!: RunStatus;

  @Field(() => DateTime, { nullable: true, description: "When it started; the earliest that was said stands." })
  startedAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When it ended; the latest that was said stands." })
  endedAt?: Date | null;

  @Field(() => String, { nullable: true, description: "Who ran it." })
  by?: string | null;

  @Field(() => String, { nullable: true, description: "The command that ran." })
  command?: string | null;

  @Field(() => [ParameterInput], { nullable: true, description: "Parameters. A known one cannot change." })
  parameters?: ParameterInput[] | null;

  @Field(() => [MetricInput], {
    nullable: true,
    description: "Metrics. The newest value of each stands, by step, then time.",
  })
  metrics?: MetricInput[] | null;

  @Field(() => [RunInputReference], { nullable: true, description: "What it used." })
  inputs?: RunInputReference[] | null;

  @Field(() => [DatasetSnapshotRefInput], {
    nullable: true,
    description: "Snapshots that it made. Model versions name their run themselves.",
  })
  outputSnapshots?: DatasetSnapshotRefInput[] | null;

  @Field(() => CodeCommitRefInput, { nullable: true, description: "The commit that ran." })
  codeCommit?: CodeCommitRefInput | null;

  @Field(() => EnvironmentRefInput, { nullable: true, description: "What it ran in." })
  environment?: EnvironmentRefInput | null;

  @Field(() => RunRefInput, { nullable: true, description: "The run that started it." })
  parent?: RunRefInput | null;

  @Field(() => Boolean, { nullable: true, description: "True where the source marks it as deleted." })
  deletedAtSource?: boolean | null;
}
