import { accessSync, constants, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { InvalidInputError } from "../../../core/shared/errors.js";
import { ArtifactFolders } from "./artifacts/artifact-folders.js";
import { nothingRecorded } from "./facts/followed-deployment.js";
import { FileStore } from "./files/file-store.js";
import type { MlflowImportOptions } from "./import-options.js";
import { type ImportItem, type ImportProgress, type IsRefused, StoreMapper } from "./map-store.js";
import type { MlflowStore, StoreCounts } from "./mlflow-store.js";
import { SqliteStore } from "./sqlite/sqlite-store.js";

/** An open MLflow store, read as facts. Close it when done. */
export interface OpenMlflowStore {
  readonly kind: MlflowStore["kind"];
  readonly path: string;
  /** The number of records of each kind when the store was opened. */
  readonly counts: StoreCounts;
  /** Advances while `facts` is read; its records add up to the sum of `counts`. */
  readonly progress: Readonly<ImportProgress>;
  /** What exists and happened: datasets, runs and versions. */
  records(): AsyncGenerator<ImportItem>;
  /** Aliases and deployments, which refer to recorded versions. Read them when the records are written. */
  references(isRefused: IsRefused): AsyncGenerator<ImportItem>;
  /** All facts in order. */
  facts(): AsyncGenerator<ImportItem>;
  close(): void;
}

/**
 * Opens an `mlflow.db` or a folder `mlruns` read-only.
 * @throws InvalidInputError, with the path and a remedy, when the path is not a readable MLflow store.
 */
export async function openMlflowStore(path: string, options: MlflowImportOptions = {}): Promise<OpenMlflowStore> {
  const isFolder = checkReadable(path);
  const store: MlflowStore = isFolder ? FileStore.open(path) : await SqliteStore.open(path);
  const folders = new ArtifactFolders(isFolder ? resolve(path) : dirname(resolve(path)), options.artifacts ?? []);
  const naming = { namespace: options.namespace ?? "mlflow", skipDeleted: options.skipDeleted ?? false };
  const recorded = options.recorded ?? nothingRecorded;
  const mapper = new StoreMapper(naming, options.deployedAliases ?? [], folders, recorded);
  const references = (isRefused: IsRefused): AsyncGenerator<ImportItem> => mapper.references(store, isRefused);
  return {
    kind: store.kind,
    path: resolve(path),
    counts: store.counts,
    progress: mapper.progress,
    records: () => mapper.records(store),
    references,
    async *facts() {
      yield* mapper.records(store);
      yield* references(() => false);
    },
    close: () => store.close(),
  };
}

/** True for a folder, false for a file. */
function checkReadable(path: string): boolean {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) {
    throw new InvalidInputError(
      `${path} is an address. Give the path of mlflow.db or of the folder mlruns on this machine`,
      { path },
    );
  }
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats)
      throw new InvalidInputError(
        `${resolve(path)} does not exist. Give the path of mlflow.db or of the folder mlruns`,
        { path },
      );
    accessSync(path, stats.isDirectory() ? constants.R_OK | constants.X_OK : constants.R_OK);
    return stats.isDirectory();
  } catch (error) {
    if (error instanceof InvalidInputError) throw error;
    throw new InvalidInputError(
      `${resolve(path)} may not be read by this user. Change its permissions, or import a copy`,
      { path },
    );
  }
}
