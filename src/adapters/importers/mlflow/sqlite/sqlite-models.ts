import type {
  RunRef,
  StoreItem,
  StoredAlias,
  StoredDataset,
  StoredLoggedModel,
  StoredModelVersion,
} from "../mlflow-store.js";
import { defaultWorkspace, deletedStage } from "../mlflow-store.js";
import { observedAtOf } from "../observed-at.js";
import { numberOf, requiredText, textOf } from "./column-value.js";
import type { Row } from "./sqlite-file.js";
import type { SourceRows } from "./version-sources.js";
import { loggedModelArtifacts, loggedModelRef } from "./sqlite-runs.js";

export function datasetOf(row: Row): StoreItem<StoredDataset> {
  return {
    record: {
      origin: { place: "datasets", id: requiredText(row.dataset_uuid) },
      workspace: textOf(row.workspace) ?? defaultWorkspace,
      name: requiredText(row.name),
      digest: requiredText(row.digest),
      source: textOf(row.dataset_source),
      profile: textOf(row.dataset_profile),
    },
  };
}

/** A row of `inputs` whose run no longer exists, as a problem. */
export function danglingInputOf(row: Row): StoreItem<never> {
  const isDataset = row.source_type === "DATASET";
  const runId = requiredText(isDataset ? row.destination_id : row.source_id);
  const used = isDataset
    ? `the dataset ${textOf(row.name) ?? requiredText(row.source_id)}@${textOf(row.digest) ?? "?"}`
    : `the model ${requiredText(row.destination_id)}`;
  const why = `run ${runId}, which used ${used}, was permanently deleted from the store (mlflow gc); this input is omitted`;
  return { problem: { place: "inputs", id: requiredText(row.input_uuid), why } };
}

export function loggedModelOf(row: Row, outputRuns: readonly Row[]): StoreItem<StoredLoggedModel> {
  const modelId = requiredText(row.model_id);
  const runs = [
    runRef(row.source_run_id, row.run_stage),
    ...outputRuns.map((output) => runRef(output.run_id, output.run_stage)),
  ];
  const producedBy = new Map(runs.flatMap((run) => (run ? [[run.runId, run] as const] : [])));
  return {
    record: {
      origin: { place: "logged_models", id: modelId },
      workspace: textOf(row.workspace) ?? defaultWorkspace,
      ref: loggedModelRef(row),
      artifacts: loggedModelArtifacts(row),
      createdAt: numberOf(row.creation_timestamp_ms),
      producedBy: [...producedBy.values()],
    },
  };
}

export function modelVersionOf(
  row: Row,
  { run, loggedModel }: SourceRows,
  modifiedAt: number,
): StoreItem<StoredModelVersion> {
  const model = requiredText(row.model);
  const version = requiredText(row.version);
  return {
    record: {
      origin: { place: "model_versions", id: `${model}/${version}` },
      workspace: textOf(row.version_workspace) ?? defaultWorkspace,
      model,
      version,
      observedAt: observedAtOf(modifiedAt, numberOf(row.last_updated_time)),
      createdAt: numberOf(row.creation_time),
      updatedAt: numberOf(row.last_updated_time),
      stage: textOf(row.current_stage),
      source: textOf(row.source),
      storageLocation: textOf(row.storage_location),
      producedBy: run && runRef(run.run_uuid, run.run_stage),
      loggedModel: loggedModel && { ...loggedModelRef(loggedModel), artifacts: loggedModelArtifacts(loggedModel) },
    },
  };
}

export function aliasOf(row: Row, modifiedAt: number): StoreItem<StoredAlias> {
  const model = requiredText(row.model);
  const alias = requiredText(row.alias);
  const isFound = textOf(row.found) !== null;
  return {
    record: {
      origin: { place: "registered_model_aliases", id: `${model}@${alias}` },
      workspace: textOf(row.workspace) ?? defaultWorkspace,
      model,
      alias,
      version: requiredText(row.version),
      observedAt: observedAtOf(modifiedAt, numberOf(row.last_updated_time)),
      versionState: isFound
        ? { updatedAt: numberOf(row.last_updated_time), isDeleted: row.current_stage === deletedStage }
        : null,
    },
  };
}

function runRef(runId: unknown, stage: unknown): RunRef | null {
  const id = textOf(runId);
  return id ? { runId: id, isDeleted: stage === "deleted", isInStore: textOf(stage) !== null } : null;
}
