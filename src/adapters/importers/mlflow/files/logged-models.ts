import type {
  ArtifactLocation,
  LocatedModel,
  LoggedModelRef,
  RunRef,
  StoreItem,
  StoredLoggedModel,
  StoredModelMetric,
} from "../mlflow-store.js";
import type { Experiment } from "./experiments.js";
import { type FolderReader, type Meta, metaNumber, metaText } from "./folder-reader.js";
import { type ModelPoint, modelPoints } from "./metric-file.js";

/** The logged models of a file store, by experiment and by the run that logged them. */
export class LoggedModels {
  readonly #reader: FolderReader;
  readonly #experiments = new Map<string, Experiment>();
  readonly #byRun = new Map<string, string[]>();
  #measuredByRun: ReadonlyMap<string, ReadonlySet<string>> | null = null;

  constructor(reader: FolderReader, experiments: readonly Experiment[]) {
    this.#reader = reader;
    for (const experiment of experiments) {
      for (const modelId of reader.folders(...experiment.path, "models")) this.#add(modelId, experiment);
    }
  }

  get count(): number {
    return this.#experiments.size;
  }

  /** The models whose files name this run as their source. */
  ofRun(runId: string): readonly string[] {
    return this.#byRun.get(runId) ?? [];
  }

  /** The models that were measured in this run, whichever run logged them. */
  measuredIn(runId: string): readonly string[] {
    this.#measuredByRun ??= this.#readMeasuredByRun();
    return [...(this.#measuredByRun.get(runId) ?? [])];
  }

  /** A reference to a model; null if it is not in the store. */
  find(modelId: string): LocatedModel | null {
    const experiment = this.#experiments.get(modelId);
    const read = experiment && this.#reader.meta(...experiment.path, "models", modelId);
    return experiment && read && "meta" in read
      ? { ...refOf(read.meta, modelId, experiment), artifacts: artifactsOf(read.meta, modelId, experiment) }
      : null;
  }

  /** A model's metrics on datasets in one run: the newest point of each. */
  metrics(modelId: string, runId: string): StoredModelMetric[] {
    const experiment = this.#experiments.get(modelId);
    const modelName = this.find(modelId)?.name;
    if (!experiment || modelName === undefined) return [];
    return this.#points(modelId, experiment).flatMap(({ dataset, ...point }) =>
      dataset && point.runId === runId ? [{ ...point, modelName, dataset }] : [],
    );
  }

  *all(runRef: (runId: string) => RunRef): Generator<StoreItem<StoredLoggedModel>> {
    for (const [modelId, experiment] of this.#experiments) {
      const read = this.#reader.meta(...experiment.path, "models", modelId);
      if ("problem" in read) {
        yield read;
        continue;
      }
      const runId = metaText(read.meta, "source_run_id");
      yield {
        record: {
          origin: { place: [...experiment.path, "models", modelId, "meta.yaml"].join("/"), id: modelId },
          workspace: experiment.workspace,
          ref: refOf(read.meta, modelId, experiment),
          artifacts: artifactsOf(read.meta, modelId, experiment),
          createdAt: metaNumber(read.meta, "creation_timestamp"),
          producedBy: runId === null ? [] : [runRef(runId)],
        },
      };
    }
  }

  #points(modelId: string, experiment: Experiment): ModelPoint[] {
    const files = this.#reader.texts(...experiment.path, "models", modelId, "metrics");
    return [...files].flatMap(([name, text]) => modelPoints(name, text));
  }

  #readMeasuredByRun(): Map<string, Set<string>> {
    const found = new Map<string, Set<string>>();
    for (const [modelId, experiment] of this.#experiments) {
      for (const { runId } of this.#points(modelId, experiment))
        found.set(runId, (found.get(runId) ?? new Set()).add(modelId));
    }
    return found;
  }

  #add(modelId: string, experiment: Experiment): void {
    this.#experiments.set(modelId, experiment);
    const read = this.#reader.meta(...experiment.path, "models", modelId);
    const runId = "meta" in read ? metaText(read.meta, "source_run_id") : null;
    if (runId !== null) this.#byRun.set(runId, [...(this.#byRun.get(runId) ?? []), modelId]);
  }
}

function refOf(meta: Meta, modelId: string, experiment: Experiment): LoggedModelRef {
  return {
    workspace: experiment.workspace,
    experimentId: experiment.experimentId,
    name: metaText(meta, "name") ?? modelId,
    modelId,
    isDeleted: experiment.isDeleted || metaText(meta, "lifecycle_stage") === "deleted",
  };
}

function artifactsOf(meta: Meta, modelId: string, { path, experimentId }: Experiment): ArtifactLocation {
  const files = ["models", modelId, "artifacts"];
  return {
    uri: metaText(meta, "artifact_location") ?? "",
    layouts: [
      [...path, ...files],
      [experimentId, ...files],
    ],
  };
}
