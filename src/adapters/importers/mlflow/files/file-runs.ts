import type { ArtifactLocation, DatasetRef, StoreItem, StoreProblem, StoredRun } from "../mlflow-store.js";
import { observedAtOf } from "../observed-at.js";
import type { Experiment } from "./experiments.js";
import { type FolderReader, type Meta, metaNumber, metaText } from "./folder-reader.js";
import type { LoggedModels } from "./logged-models.js";
import { lastPoint, lastPointsOnDatasets } from "./metric-file.js";

/** MLflow writes statuses as the numbers of its protocol. */
const statusNumbers: Readonly<Record<string, string>> = {
  1: "RUNNING",
  2: "SCHEDULED",
  3: "FINISHED",
  4: "FAILED",
  5: "KILLED",
};
const sourceTypeNumbers: Readonly<Record<string, string>> = {
  1: "NOTEBOOK",
  2: "JOB",
  3: "PROJECT",
  4: "LOCAL",
  1000: "UNKNOWN",
};

type DatasetInput = DatasetRef & { readonly context: string | null };

/** Yields the run of a folder, then its problems. */
export function* readRun(
  reader: FolderReader,
  experiment: Experiment,
  folder: string,
  models: LoggedModels,
): Generator<StoreItem<StoredRun>> {
  const path = [...experiment.path, folder];
  const problems: StoreProblem[] = [];
  try {
    const read = reader.meta(...path);
    if ("problem" in read) {
      yield read;
      return;
    }
    yield { record: runOf(reader, experiment, path, read.meta, models, problems) };
  } catch (error) {
    problems.push({
      place: path.join("/"),
      id: folder,
      why: `cannot be read: ${error instanceof Error ? error.message : String(error)}; this run is omitted`,
    });
  }
  for (const problem of problems) yield { problem };
}

function runOf(
  reader: FolderReader,
  experiment: Experiment,
  path: readonly string[],
  meta: Meta,
  models: LoggedModels,
  problems: StoreProblem[],
): StoredRun {
  const runId = metaText(meta, "run_id", "run_uuid") ?? path.at(-1) ?? "";
  const { inputs, outputs } = modelLinks(reader, path);
  const tags = reader.texts(...path, "tags");
  const metricFiles = reader.texts(...path, "metrics");
  const logged = [...new Set([...outputs, ...models.ofRun(runId)])];
  return {
    origin: { place: path.join("/"), id: runId },
    workspace: experiment.workspace,
    runId,
    ...descriptionOf(experiment, path, runId, meta),
    observedAt: observedAtOf(stateModifiedAt(reader, experiment, path, tags), metaNumber(meta, "end_time")),
    tags,
    parameters: [...reader.texts(...path, "params")].map(([name, value]) => ({ name, value })),
    metrics: readMetrics(metricFiles, path, problems),
    modelMetrics: [
      ...[...metricFiles].flatMap(([name, text]) => lastPointsOnDatasets(name, text)),
      ...[...new Set([...logged, ...inputs, ...models.measuredIn(runId)])].flatMap((modelId) =>
        models.metrics(modelId, runId),
      ),
    ],
    datasetInputs: readDatasetInputs(reader, experiment, path, problems),
    modelInputs: inputs.flatMap((modelId) => {
      const model = models.find(modelId);
      const why = `run ${runId} used the model ${modelId}, which is no longer in the store; this input is omitted`;
      if (!model) problems.push({ place: [...path, "inputs"].join("/"), id: modelId, why });
      return model ?? [];
    }),
    loggedModelArtifacts: logged.flatMap((modelId): ArtifactLocation[] => {
      const model = models.find(modelId);
      return model ? [model.artifacts] : [];
    }),
  };
}

/** The last change of a run's mutable fields: its own, its tags, and the name of its experiment. */
function stateModifiedAt(
  reader: FolderReader,
  experiment: Experiment,
  path: readonly string[],
  tags: ReadonlyMap<string, string>,
): number {
  const files = [
    [...path, "meta.yaml"],
    [...experiment.path, "meta.yaml"],
    [...path, "tags"],
  ];
  const tagFiles = [...tags.keys()].map((name) => [...path, "tags", name]);
  return Math.max(...[...files, ...tagFiles].map((file) => reader.modifiedAt(...file)));
}

function descriptionOf(experiment: Experiment, path: readonly string[], runId: string, meta: Meta) {
  const status = metaText(meta, "status");
  const sourceType = metaText(meta, "source_type");
  const uri = metaText(meta, "artifact_uri");
  return {
    name: metaText(meta, "run_name", "name"),
    experiment: experiment.name,
    status: status === null ? null : (statusNumbers[status] ?? status),
    isDeleted: experiment.isDeleted || metaText(meta, "lifecycle_stage") === "deleted",
    startTime: metaNumber(meta, "start_time"),
    endTime: metaNumber(meta, "end_time"),
    user: metaText(meta, "user_id"),
    artifacts:
      uri === null
        ? null
        : {
            uri,
            layouts: [
              [...path, "artifacts"],
              [experiment.experimentId, runId, "artifacts"],
            ],
          },
    legacySource: {
      name: metaText(meta, "source_name"),
      type: sourceType === null ? null : (sourceTypeNumbers[sourceType] ?? sourceType),
      entryPoint: metaText(meta, "entry_point_name"),
      commit: metaText(meta, "source_version"),
    },
  };
}

function readMetrics(
  files: ReadonlyMap<string, string>,
  path: readonly string[],
  problems: StoreProblem[],
): StoredRun["metrics"] {
  return [...files].flatMap(([name, text]) => {
    const last = lastPoint(name, text);
    if (!last)
      problems.push({
        place: [...path, "metrics", name].join("/"),
        id: path.at(-1) ?? "",
        why: "has no line of the form TIMESTAMP VALUE STEP; this metric is omitted",
      });
    return last ?? [];
  });
}

/** Both ids in these files name the model; the folder is the run's. The types differ between versions of MLflow. */
function modelLinks(reader: FolderReader, path: readonly string[]): { inputs: string[]; outputs: string[] } {
  const idsOf = (folder: string, types: readonly string[]): string[] =>
    reader.folders(...path, folder).flatMap((name) => {
      const read = reader.meta(...path, folder, name);
      return "meta" in read && types.includes(metaText(read.meta, "source_type") ?? "")
        ? (metaText(read.meta, "destination_id") ?? [])
        : [];
    });
  return { inputs: idsOf("inputs", ["MODEL", "RUN_INPUT"]), outputs: idsOf("outputs", ["RUN_OUTPUT"]) };
}

function readDatasetInputs(
  reader: FolderReader,
  experiment: Experiment,
  path: readonly string[],
  problems: StoreProblem[],
): DatasetInput[] {
  return reader.folders(...path, "inputs").flatMap((name) => {
    const link = reader.meta(...path, "inputs", name);
    if ("problem" in link) {
      problems.push(link.problem);
      return [];
    }
    const datasetId = metaText(link.meta, "source_type") === "DATASET" ? metaText(link.meta, "source_id") : null;
    if (datasetId === null) return [];
    const dataset = reader.meta(...experiment.path, "datasets", datasetId);
    if ("meta" in dataset)
      return [
        {
          name: metaText(dataset.meta, "name") ?? "",
          digest: metaText(dataset.meta, "digest") ?? "",
          context: contextOf(link.meta),
        },
      ];
    const why = `the run used the dataset ${datasetId}, whose ${dataset.problem.place} ${dataset.problem.why}`;
    problems.push({ place: [...path, "inputs", name].join("/"), id: path.at(-1) ?? "", why });
    return [];
  });
}

function contextOf(meta: Meta): string | null {
  const tags = meta.tags;
  return typeof tags === "object" && tags !== null && !Array.isArray(tags)
    ? metaText(Object.fromEntries(Object.entries(tags)), "mlflow.data.context")
    : null;
}
