import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { InvalidInputError } from "../../../../core/shared/errors.js";
import type {
  MlflowStore,
  RunRef,
  StoreCounts,
  StoreItem,
  StoreProblem,
  StoredAlias,
  StoredDataset,
  StoredLoggedModel,
  StoredModelVersion,
  StoredRun,
} from "../mlflow-store.js";
import { type Experiment, isRunFolder, readExperiments, runFolders } from "./experiments.js";
import { readRun } from "./file-runs.js";
import { FolderReader, metaText } from "./folder-reader.js";
import { LoggedModels } from "./logged-models.js";
import { aliasNames, modelFolders, readAliases, readVersions, versionFolders } from "./registry.js";

/** MLflow's file store, the folder `mlruns`, read one folder at a time. */
export class FileStore implements MlflowStore {
  readonly kind = "files";
  readonly counts: StoreCounts;
  readonly #reader: FolderReader;
  readonly #experiments: readonly Experiment[];
  readonly #problems: readonly StoreProblem[];
  readonly #logged: LoggedModels;
  /** Whether each run is deleted. Complete once the runs have been read, before everything that refers to them. */
  readonly #runs = new Map<string, boolean>();

  private constructor(reader: FolderReader, experiments: readonly Experiment[], problems: readonly StoreProblem[]) {
    this.#reader = reader;
    this.#experiments = experiments;
    this.#problems = problems;
    this.#logged = new LoggedModels(reader, experiments);
    const models = modelFolders(reader);
    this.counts = {
      datasets: sum(experiments, ({ path }) => reader.folders(...path, "datasets").length),
      runs: sum(experiments, (experiment) => runFolders(reader, experiment).length),
      loggedModels: this.#logged.count,
      modelVersions: sum(models, (model) => versionFolders(reader, model).length),
      aliases: sum(models, (model) => aliasNames(reader, model).length),
    };
  }

  /**
   * Opens a folder for reading.
   * @throws InvalidInputError when it contains no experiment.
   */
  static open(path: string): FileStore {
    const reader = new FolderReader(resolve(path));
    const { experiments, problems } = readExperiments(reader);
    if (experiments.length === 0) throw noStore(reader);
    return new FileStore(reader, experiments, problems);
  }

  async *datasets(): AsyncGenerator<StoreItem<StoredDataset>> {
    for (const problem of this.#problems) yield { problem };
    for (const { path, workspace } of this.#experiments) {
      for (const folder of this.#reader.folders(...path, "datasets"))
        yield this.#dataset([...path, "datasets", folder], workspace);
    }
  }

  async *runs(): AsyncGenerator<StoreItem<StoredRun>> {
    for (const experiment of this.#experiments) {
      for (const folder of runFolders(this.#reader, experiment)) {
        for (const item of readRun(this.#reader, experiment, folder, this.#logged)) {
          if ("record" in item) this.#runs.set(item.record.runId, item.record.isDeleted);
          yield item;
        }
      }
    }
  }

  async *loggedModels(): AsyncGenerator<StoreItem<StoredLoggedModel>> {
    yield* this.#logged.all((runId) => this.#runRef(runId));
  }

  async *modelVersions(): AsyncGenerator<StoreItem<StoredModelVersion>> {
    for (const model of modelFolders(this.#reader)) {
      yield* readVersions(this.#reader, model, this.#logged, (runId) => this.#runRef(runId));
    }
  }

  async *aliases(): AsyncGenerator<StoreItem<StoredAlias>> {
    for (const model of modelFolders(this.#reader)) yield* readAliases(this.#reader, model);
  }

  close(): void {
    // Each file is closed once it has been read.
  }

  #runRef(runId: string): RunRef {
    return { runId, isDeleted: this.#runs.get(runId) ?? false, isInStore: this.#runs.has(runId) };
  }

  #dataset(path: readonly string[], workspace: string): StoreItem<StoredDataset> {
    const read = this.#reader.meta(...path);
    if ("problem" in read) return read;
    const origin = { place: [...path, "meta.yaml"].join("/"), id: path.at(-1) ?? "" };
    const name = metaText(read.meta, "name");
    const digest = metaText(read.meta, "digest");
    if (name === null || digest === null)
      return { problem: { ...origin, why: `has no ${name === null ? "name" : "digest"}; this dataset is omitted` } };
    return {
      record: {
        origin,
        workspace,
        name,
        digest,
        source: metaText(read.meta, "source"),
        profile: metaText(read.meta, "profile"),
      },
    };
  }
}

function noStore(reader: FolderReader): InvalidInputError {
  const { root } = reader;
  if (isRunFolder(reader, []))
    return new InvalidInputError(`${root} is the folder of a run. Give the folder that contains its experiment`, {
      path: root,
    });
  const inside = ["mlruns", "mlflow.db"].find((name) => existsSync(join(root, name)));
  const hint = inside
    ? `Give ${join(root, inside)}`
    : "Give the folder mlruns, which contains a folder with a meta.yaml for each experiment";
  return new InvalidInputError(`${root} is not an MLflow file store: it contains no experiment. ${hint}`, {
    path: root,
  });
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}
