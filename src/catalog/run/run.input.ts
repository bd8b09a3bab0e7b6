import { MetricInput } from "../measure/metric.input.js";
import { Field, InputType } from "type-graphql";
import { observedAtField } from "../../core/api/observed-at.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { CodeCommitRefInput } from "../code/code.input.js";
import { DatasetSnapshotRefInput } from "../dataset/dataset.input.js";
import { EnvironmentRefInput } from "../environment/environment.input.js";
import { ModelVersionRefInput } from "../ref/model-version-ref.input.js";
import { RunRefInput } from "../ref/run-ref.input.js";
import { RunStatus } from "./run.enum.js";

@InputType({ description: "A parameter that a run was started with." })
export class ParameterInput {
  @Field(() => String, { description: "Name of the parameter. 1 to 500 characters." })
  name!: string;

  @Field(() => String, { description: "Value of the parameter as text. At most 100,000 characters." })
  value!: string;
}

@InputType({ description: "A tag that the source attaches to a run." })
export class RunTagInput {
  @Field(() => String, { description: "Name of the tag. 1 to 500 characters." })
  name!: string;

  @Field(() => String, { description: "Value of the tag as text. At most 100,000 characters." })
  value!: string;
}

@InputType("RunInputInput", {
  description: "An input of a run. Set exactly one of `datasetSnapshot` and `modelVersion`.",
})
export class RunInputReference {
  @Field(() => String, { description: "Role of the input, such as `training`. 1 to 200 characters." })
  role!: string;

  @Field(() => DatasetSnapshotRefInput, { nullable: true, description: "The snapshot that was used." })
  datasetSnapshot?: DatasetSnapshotRefInput | null;

  @Field(() => ModelVersionRefInput, { nullable: true, description: "The model version that was used." })
  modelVersion?: ModelVersionRefInput | null;
}

@InputType({
  description: "One report of a run. Reports of the same run accumulate; omitted fields keep their recorded values.",
})
export class RecordRunInput extends RunRefInput {
  @Field(() => String, {
    nullable: true,
    description: "Display name. If reports differ, the one observed last is kept. At most 4,000 characters.",
  })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Name of the experiment that groups the run with others. If reports differ, the one observed last is kept. 1 to 1,000 characters, no surrounding white space.",
  })
  experiment?: string | null;

  @Field(() => RunStatus, {
    description:
      "Status of the run. If reports differ, the one observed last is kept. " +
      "Of statuses observed at the same moment, the last in the order SCHEDULED, RUNNING, COMPLETED, ABORTED, FAILED is kept.",
  })
  status!: RunStatus;

  @Field(() => DateTime, { nullable: true, description: "Start time. If reports differ, the earliest is kept." })
  startedAt?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "End time. If reports differ, the one observed last is kept. " +
      "A report of SCHEDULED or RUNNING without an end time removes the recorded one.",
  })
  endedAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Person or system that started the run. At most 4,000 characters.",
  })
  by?: string | null;

  @Field(() => String, { nullable: true, description: "Command line that was executed. At most 100,000 characters." })
  command?: string | null;

  @Field(() => [ParameterInput], {
    nullable: true,
    description: "Parameters of the run. A different value for a recorded parameter is a CONFLICT. At most 5,000.",
  })
  parameters?: ParameterInput[] | null;

  @Field(() => [MetricInput], {
    nullable: true,
    description:
      "Metrics of the run. The newest value of each metric on each dataset is kept, by step, then by time. At most 5,000.",
  })
  metrics?: MetricInput[] | null;

  @Field(() => [RunTagInput], {
    nullable: true,
    description:
      "All tags of the run. If reports differ, the tags observed last are kept. If omitted, the recorded tags remain. At most 1,000.",
  })
  tags?: RunTagInput[] | null;

  @Field(() => [RunInputReference], {
    nullable: true,
    description: "Snapshots and model versions that the run used. At most 5,000.",
  })
  inputs?: RunInputReference[] | null;

  @Field(() => [DatasetSnapshotRefInput], {
    nullable: true,
    description:
      "Snapshots that the run produced. At most 5,000. For a model version, set `producedBy` in `registerModelVersion` instead.",
  })
  outputSnapshots?: DatasetSnapshotRefInput[] | null;

  @Field(() => CodeCommitRefInput, { nullable: true, description: "Commit of the code that ran." })
  codeCommit?: CodeCommitRefInput | null;

  @Field(() => EnvironmentRefInput, { nullable: true, description: "Environment that the run used." })
  environment?: EnvironmentRefInput | null;

  @Field(() => RunRefInput, { nullable: true, description: "Run that started this run." })
  parent?: RunRefInput | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the source marks the run as deleted. If reports differ, the one observed last is kept.",
  })
  deletedAtSource?: boolean | null;

  @Field(() => DateTime, observedAtField)
  observedAt?: Date | null;
}
