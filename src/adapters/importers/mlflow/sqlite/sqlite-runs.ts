import type {
  ArtifactLocation,
  DatasetRef,
  LoggedModelRef,
  StoreItem,
  StoreProblem,
  StoredMetric,
  StoredModelMetric,
  StoredRun,
} from "../mlflow-store.js";
import { defaultWorkspace } from "../mlflow-store.js";
import { observedAtOf } from "../observed-at.js";
import { metricValueOf, numberOf, requiredText, textOf } from "./column-value.js";
import type { RunPage } from "./run-rows.js";
import type { Row } from "./sqlite-file.js";

/** Assembles runs from a page's rows. A link whose other end no longer exists becomes a problem. */
export function* runsOfPage(page: RunPage, modifiedAt: number): Generator<StoreItem<StoredRun>> {
  for (const row of page.runs) {
    const run = runOf(row, page, modifiedAt);
    yield { record: run };
    for (const problem of brokenLinks(run.runId, page)) yield { problem };
  }
}

function runOf(row: Row, page: RunPage, modifiedAt: number): StoredRun {
  const runId = requiredText(row.run_uuid);
  const models = (page.models.get(runId) ?? []).filter((model) => textOf(model.name) !== null);
  return {
    origin: { place: "runs", id: runId },
    workspace: textOf(row.workspace) ?? defaultWorkspace,
    runId,
    name: textOf(row.name),
    experiment: textOf(row.experiment),
    status: textOf(row.status),
    isDeleted: isDeleted(row),
    observedAt: observedAtOf(modifiedAt, numberOf(row.start_time), numberOf(row.end_time)),
    startTime: numberOf(row.start_time),
    endTime: numberOf(row.end_time),
    user: textOf(row.user_id),
    artifacts: runArtifacts(row, runId),
    legacySource: {
      name: textOf(row.source_name),
      type: textOf(row.source_type),
      entryPoint: textOf(row.entry_point_name),
      commit: textOf(row.source_version),
    },
    tags: new Map((page.tags.get(runId) ?? []).map((tag) => [requiredText(tag.key), requiredText(tag.value)])),
    parameters: (page.parameters.get(runId) ?? []).map((parameter) => ({
      name: requiredText(parameter.key),
      value: requiredText(parameter.value),
    })),
    metrics: (page.metrics.get(runId) ?? []).map(metricOf),
    modelMetrics: (page.modelMetrics.get(runId) ?? []).map(modelMetricOf),
    datasetInputs: (page.datasetInputs.get(runId) ?? []).flatMap(datasetInputOf),
    modelInputs: models.filter((model) => model.link === "RUN_INPUT").map((model) => loggedModelRef(model)),
    loggedModelArtifacts: models
      .filter((model) => model.link === "RUN_OUTPUT")
      .map((model) => loggedModelArtifacts(model)),
  };
}

/** A run counts as deleted if the run or its experiment was deleted. */
export function isDeleted(row: Row): boolean {
  return row.lifecycle_stage === "deleted" || row.experiment_stage === "deleted";
}

/** A joined row of `logged_models` as a reference. */
export function loggedModelRef(row: Row): LoggedModelRef {
  return {
    workspace: textOf(row.workspace) ?? defaultWorkspace,
    experimentId: requiredText(row.experiment_id),
    name: requiredText(row.name),
    modelId: requiredText(row.model_id),
    isDeleted: isDeleted(row),
  };
}

/** The location of the files of a joined row of `logged_models`. */
export function loggedModelArtifacts(row: Row): ArtifactLocation {
  return {
    uri: requiredText(row.artifact_location),
    layouts: [[requiredText(row.experiment_id), "models", requiredText(row.model_id), "artifacts"]],
  };
}

function runArtifacts(row: Row, runId: string): ArtifactLocation | null {
  const uri = textOf(row.artifact_uri);
  return uri ? { uri, layouts: [[requiredText(row.experiment_id), runId, "artifacts"]] } : null;
}

function metricOf(row: Row): StoredMetric {
  return {
    name: requiredText(row.key),
    value: metricValueOf(row.value, row.is_nan),
    step: numberOf(row.step),
    timestamp: numberOf(row.timestamp),
  };
}

/** This table has no column for NaN; SQLite stores NaN as NULL. */
function modelMetricOf(row: Row): StoredModelMetric {
  return {
    name: requiredText(row.metric_name),
    value: metricValueOf(row.metric_value, 0),
    step: numberOf(row.metric_step),
    timestamp: numberOf(row.metric_timestamp_ms),
    modelName: requiredText(row.model_name),
    dataset: { name: requiredText(row.dataset_name), digest: requiredText(row.dataset_digest) },
  };
}

function datasetInputOf(row: Row): (DatasetRef & { context: string | null })[] {
  const name = textOf(row.name);
  return name === null ? [] : [{ name, digest: requiredText(row.digest), context: textOf(row.context) }];
}

function brokenLinks(runId: string, page: RunPage): StoreProblem[] {
  const datasets = (page.datasetInputs.get(runId) ?? []).filter((row) => textOf(row.name) === null);
  const models = (page.models.get(runId) ?? []).filter((row) => row.link === "RUN_INPUT" && textOf(row.name) === null);
  return [
    ...datasets.map((row) =>
      broken(
        row,
        `run ${runId} used the dataset ${requiredText(row.dataset_uuid)}, which is no longer in the table datasets`,
      ),
    ),
    ...models.map((row) =>
      broken(
        row,
        `run ${runId} used the model ${requiredText(row.model_id)}, which is no longer in the table logged_models`,
      ),
    ),
  ];
}

function broken(row: Row, what: string): StoreProblem {
  return { place: "inputs", id: requiredText(row.input_uuid), why: `${what}; this input is omitted` };
}
