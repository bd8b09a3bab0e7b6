import { defaultWorkspace, type StoreProblem } from "../mlflow-store.js";
import { type FolderReader, metaText } from "./folder-reader.js";

/** An experiment of a file store, with the path of its folder. */
export interface Experiment {
  readonly path: readonly string[];
  readonly experimentId: string;
  readonly name: string;
  readonly workspace: string;
  readonly isDeleted: boolean;
}

/** Where MLflow moves deleted experiments. */
const trash = ".trash";
/** Folders of a store, and of an experiment, that contain neither experiments nor runs. */
const registry = "models";
const notRuns = new Set(["datasets", "models", "tags", "traces", "assessments"]);

/** The experiments of a store, deleted ones last, and the problems of those that cannot be read. */
export function readExperiments(reader: FolderReader): { experiments: Experiment[]; problems: StoreProblem[] } {
  const names = reader.folders().filter((name) => name !== trash && name !== registry);
  const paths = [...names.map((name) => [name]), ...reader.folders(trash).map((name) => [trash, name])];
  const experiments: Experiment[] = [];
  const problems: StoreProblem[] = [];
  for (const path of paths) {
    if (!reader.has(...path, "meta.yaml") && path.length === 1) continue;
    const read = reader.meta(...path);
    if ("problem" in read) problems.push(read.problem);
    else
      experiments.push({
        path,
        experimentId: metaText(read.meta, "experiment_id") ?? path.at(-1) ?? "",
        name: metaText(read.meta, "name") ?? path.at(-1) ?? "",
        workspace: metaText(read.meta, "workspace") ?? defaultWorkspace,
        isDeleted: path.length > 1 || metaText(read.meta, "lifecycle_stage") === "deleted",
      });
  }
  return { experiments, problems };
}

/** The names of an experiment's run folders. */
export function runFolders(reader: FolderReader, experiment: Experiment): string[] {
  return reader.folders(...experiment.path).filter((name) => !notRuns.has(name) && !name.startsWith("."));
}
