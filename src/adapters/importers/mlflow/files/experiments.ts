import { defaultWorkspace, type StoreProblem } from "../mlflow-store.js";
import { type FolderReader, type Meta, metaText } from "./folder-reader.js";

/** An experiment of a file store, with the path of its folder. */
export interface Experiment {
  readonly path: readonly string[];
  readonly experimentId: string;
  /** Null if the folder's `meta.yaml` is missing or unreadable. */
  readonly name: string | null;
  readonly workspace: string;
  readonly isDeleted: boolean;
}

/** Where MLflow moves deleted experiments. */
const trash = ".trash";
/** Folders of a store, and of an experiment, that contain neither experiments nor runs. */
const registry = "models";
const notRuns = new Set(["datasets", "models", "tags", "traces", "assessments"]);

/**
 * The experiments of a store, deleted ones last, and the problems of those that cannot be read. The folder of a single
 * experiment is read as a store that contains only this experiment.
 */
export function readExperiments(reader: FolderReader): { experiments: Experiment[]; problems: StoreProblem[] } {
  const root = reader.has("meta.yaml") ? reader.meta() : null;
  if (root && "meta" in root && isExperiment(root.meta))
    return { experiments: [experimentOf([], root.meta)], problems: [] };
  const names = reader.folders().filter((name) => name !== trash && name !== registry);
  const paths = [...names.map((name) => [name]), ...reader.folders(trash).map((name) => [trash, name])];
  const experiments: Experiment[] = [];
  const problems: StoreProblem[] = [];
  for (const path of paths) {
    const hasMeta = reader.has(...path, "meta.yaml");
    const read = hasMeta ? reader.meta(...path) : null;
    if (read && "meta" in read) {
      experiments.push(experimentOf(path, read.meta));
      continue;
    }
    const hasRuns = runFoldersAt(reader, path).some((name) => isRunFolder(reader, [...path, name]));
    if (hasRuns) experiments.push(experimentOf(path, {}));
    if (hasMeta || hasRuns || path.length > 1) problems.push(problemOf(path, read?.problem ?? null, hasRuns));
  }
  return { experiments, problems };
}

/** The names of an experiment's run folders. */
export function runFolders(reader: FolderReader, experiment: Experiment): string[] {
  return runFoldersAt(reader, experiment.path);
}

/** True if a folder is that of a run. */
export function isRunFolder(reader: FolderReader, path: readonly string[]): boolean {
  const read = reader.has(...path, "meta.yaml") ? reader.meta(...path) : null;
  return read !== null && "meta" in read && metaText(read.meta, "run_id", "run_uuid") !== null;
}

function runFoldersAt(reader: FolderReader, path: readonly string[]): string[] {
  return reader.folders(...path).filter((name) => !notRuns.has(name) && !name.startsWith("."));
}

function isExperiment(meta: Meta): boolean {
  return metaText(meta, "experiment_id") !== null && metaText(meta, "run_id", "run_uuid") === null;
}

function experimentOf(path: readonly string[], meta: Meta): Experiment {
  return {
    path,
    experimentId: metaText(meta, "experiment_id") ?? path.at(-1) ?? "",
    name: metaText(meta, "name"),
    workspace: metaText(meta, "workspace") ?? defaultWorkspace,
    isDeleted: path.length > 1 || metaText(meta, "lifecycle_stage") === "deleted",
  };
}

function problemOf(path: readonly string[], unreadable: StoreProblem | null, hasRuns: boolean): StoreProblem {
  const consequence = hasRuns ? "the runs in its folder are imported without an experiment" : "this folder is omitted";
  const why = unreadable?.why.replace("this entry is omitted", consequence) ?? `does not exist; ${consequence}`;
  return { place: [...path, "meta.yaml"].join("/"), id: path.at(-1) ?? "", why };
}
