import {
  type RunRef,
  type StoreItem,
  type StoredAlias,
  type StoredModelVersion,
  defaultWorkspace,
  deletedStage,
} from "../mlflow-store.js";
import { observedAtOf } from "../observed-at.js";
import { namedRecords } from "../version-source.js";
import { type FolderReader, type Meta, metaNumber, metaText } from "./folder-reader.js";
import type { LoggedModels } from "./logged-models.js";

const models = "models";

/** The folders of a store's registered models. */
export function modelFolders(reader: FolderReader): string[] {
  return reader.folders(models);
}

/** The folders of a model's versions, oldest first. */
export function versionFolders(reader: FolderReader, model: string): string[] {
  const folders = reader.folders(models, model).filter((name) => /^version-\d+$/.test(name));
  return folders.sort((left, right) => Number(left.slice(8)) - Number(right.slice(8)));
}

export function aliasNames(reader: FolderReader, model: string): string[] {
  return [...reader.texts(models, model, "aliases").keys()];
}

export function* readVersions(
  reader: FolderReader,
  model: string,
  logged: LoggedModels,
  runRef: (runId: string) => RunRef,
): Generator<StoreItem<StoredModelVersion>> {
  for (const folder of versionFolders(reader, model)) {
    const read = reader.meta(models, model, folder);
    yield "problem" in read ? read : { record: versionOf(reader, model, folder, read.meta, logged, runRef) };
  }
}

export function* readAliases(reader: FolderReader, model: string): Generator<StoreItem<StoredAlias>> {
  for (const [alias, text] of reader.texts(models, model, "aliases")) {
    const version = text.trim();
    const read = reader.meta(models, model, `version-${version}`);
    const meta = "meta" in read ? read.meta : null;
    yield {
      record: {
        origin: { place: [models, model, "aliases", alias].join("/"), id: `${model}@${alias}` },
        workspace: (meta && metaText(meta, "workspace")) ?? defaultWorkspace,
        model,
        alias,
        version,
        observedAt: observedAtOf(reader.modifiedAt(models, model, "aliases", alias)),
        versionState: meta && {
          updatedAt: metaNumber(meta, "last_updated_timestamp"),
          isDeleted: metaText(meta, "current_stage") === deletedStage,
        },
      },
    };
  }
}

function versionOf(
  reader: FolderReader,
  model: string,
  folder: string,
  meta: Meta,
  logged: LoggedModels,
  runRef: (runId: string) => RunRef,
): StoredModelVersion {
  const version = metaText(meta, "version") ?? folder.slice("version-".length);
  const source = metaText(meta, "source");
  const storageLocation = metaText(meta, "storage_location");
  const named = namedRecords(source, storageLocation);
  const modelId = metaText(meta, "model_id") ?? named.modelId;
  const runId = metaText(meta, "run_id") ?? named.runId;
  const possibleRun = named.possibleRunId === null ? null : runRef(named.possibleRunId);
  return {
    origin: { place: [models, model, folder, "meta.yaml"].join("/"), id: `${model}/${version}` },
    workspace: metaText(meta, "workspace") ?? defaultWorkspace,
    model,
    version,
    observedAt: observedAtOf(
      reader.modifiedAt(models, model, folder, "meta.yaml"),
      metaNumber(meta, "last_updated_timestamp"),
    ),
    createdAt: metaNumber(meta, "creation_timestamp"),
    updatedAt: metaNumber(meta, "last_updated_timestamp"),
    stage: metaText(meta, "current_stage"),
    source,
    storageLocation,
    producedBy: runId !== null ? runRef(runId) : possibleRun?.isInStore ? possibleRun : null,
    loggedModel: modelId === null ? null : logged.find(modelId),
  };
}
