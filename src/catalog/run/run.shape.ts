import { z } from "zod";
import { runMetric } from "../measure/metric.shape.js";
import { codeCommitRef } from "../code/code-commit.shape.js";
import { snapshotRef } from "../dataset/dataset-snapshot.shape.js";
import { environmentRef } from "../environment/environment.shape.js";
import { modelVersionRef } from "../model/model.shape.js";
import { identifier, instant, line, measureName, prose, role } from "../../core/shared/fact-fields.js";
import { runRef } from "../ref/run-ref.shape.js";

export const runStatuses = ["SCHEDULED", "RUNNING", "COMPLETED", "FAILED", "ABORTED"] as const;

const parameter = z.strictObject({ name: measureName, value: prose });

const tag = z.strictObject({ name: measureName, value: prose });

const runInput = z
  .strictObject({ role, datasetSnapshot: snapshotRef.nullish(), modelVersion: modelVersionRef.nullish() })
  .refine(
    (given) => (given.datasetSnapshot == null) !== (given.modelVersion == null),
    "requires exactly one of datasetSnapshot and modelVersion",
  );

/** One report of a run. Reports of the same run accumulate. */
export const runFact = runRef.extend({
  name: line.nullish(),
  experiment: identifier.nullish(),
  status: z.enum(runStatuses),
  startedAt: instant.nullish(),
  endedAt: instant.nullish(),
  by: line.nullish(),
  command: prose.nullish(),
  parameters: z.array(parameter).max(5_000).nullish(),
  metrics: z.array(runMetric).max(5_000).nullish(),
  /** All tags of the run. A report without tags leaves the recorded ones. */
  tags: z.array(tag).max(1_000).nullish(),
  inputs: z.array(runInput).max(5_000).nullish(),
  outputSnapshots: z.array(snapshotRef).max(5_000).nullish(),
  codeCommit: codeCommitRef.nullish(),
  environment: environmentRef.nullish(),
  parent: runRef.nullish(),
  /** Whether the source marks the run as deleted. Its outputs still depend on its inputs. */
  deletedAtSource: z.boolean().nullish(),
  /** When the source saw the run in this state. Defaults to the moment of receipt. */
  observedAt: instant.nullish(),
});
export type RunFact = z.output<typeof runFact>;
