/** The place of a record in the store: a table or a file, and the record's id in it. */
export interface Origin {
  readonly place: string;
  readonly id: string;
}

/** A record that could not be imported, or only in part. */
export interface StoreProblem extends Origin {
  readonly why: string;
}

/** A record, or why it could not be read. */
export type StoreItem<T> = { readonly record: T } | { readonly problem: StoreProblem };

/** The fields of every record. MLflow divides a store into workspaces; `default` if the store has none. */
interface StoreRecord {
  readonly origin: Origin;
  readonly workspace: string;
}

export interface StoredDataset extends StoreRecord {
  readonly name: string;
  readonly digest: string;
  /** JSON as MLflow wrote it. */
  readonly source: string | null;
  readonly profile: string | null;
}

export interface DatasetRef {
  readonly name: string;
  readonly digest: string;
}

export interface StoredMetric {
  readonly name: string;
  /** May be infinite or NaN. */
  readonly value: number;
  readonly step: number | null;
  readonly timestamp: number | null;
}

/** The last value of a metric on a dataset, measured in a run: of a logged model, or of the run itself. */
export interface StoredModelMetric extends StoredMetric {
  /** Null for a metric of the run. */
  readonly modelName: string | null;
  readonly dataset: DatasetRef;
}

/** A reference to a logged model. The experiment's id never changes; its name may. */
export interface LoggedModelRef {
  readonly workspace: string;
  readonly experimentId: string;
  readonly name: string;
  readonly modelId: string;
  readonly isDeleted: boolean;
}

/** The location of logged files: the address in the store, and the paths in MLflow's own folder layouts. */
export interface ArtifactLocation {
  readonly uri: string;
  readonly layouts: readonly (readonly string[])[];
}

/** A logged model with the location of its files. */
export type LocatedModel = LoggedModelRef & { readonly artifacts: ArtifactLocation };

/** A record that changes. `observedAt` is when the store was in this state, in epoch milliseconds. */
interface ChangingRecord extends StoreRecord {
  readonly observedAt: number;
}

export interface StoredRun extends ChangingRecord {
  readonly runId: string;
  readonly name: string | null;
  readonly experiment: string | null;
  readonly status: string | null;
  readonly isDeleted: boolean;
  readonly startTime: number | null;
  readonly endTime: number | null;
  readonly user: string | null;
  readonly artifacts: ArtifactLocation | null;
  /** Columns of MLflow 1.x, which later became tags. */
  readonly legacySource: {
    readonly name: string | null;
    readonly type: string | null;
    readonly entryPoint: string | null;
    readonly commit: string | null;
  };
  readonly tags: ReadonlyMap<string, string>;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  readonly metrics: readonly StoredMetric[];
  readonly modelMetrics: readonly StoredModelMetric[];
  readonly datasetInputs: readonly (DatasetRef & { readonly context: string | null })[];
  readonly modelInputs: readonly LoggedModelRef[];
  /** The files of the models that the run logged. */
  readonly loggedModelArtifacts: readonly ArtifactLocation[];
}

/** A reference to a run. */
export interface RunRef {
  readonly runId: string;
  readonly isDeleted: boolean;
  readonly isInStore: boolean;
}

export interface StoredLoggedModel extends StoreRecord {
  readonly ref: LoggedModelRef;
  readonly artifacts: ArtifactLocation;
  readonly createdAt: number | null;
  /** The run that logged it first, then others that name it as their output. */
  readonly producedBy: readonly RunRef[];
}

export interface StoredModelVersion extends ChangingRecord {
  readonly model: string;
  readonly version: string;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
  readonly stage: string | null;
  readonly source: string | null;
  readonly storageLocation: string | null;
  /** The run that the version names, else the run of its source. */
  readonly producedBy: RunRef | null;
  /** The logged model of the source, if it is in the store. */
  readonly loggedModel: LocatedModel | null;
}

export interface StoredAlias extends ChangingRecord {
  readonly model: string;
  readonly alias: string;
  readonly version: string;
  /** The version's last update and whether it was deleted; null if there is no such version. */
  readonly versionState: { readonly updatedAt: number | null; readonly isDeleted: boolean } | null;
}

export interface StoreCounts {
  readonly datasets: number;
  readonly runs: number;
  readonly loggedModels: number;
  readonly modelVersions: number;
  readonly aliases: number;
}

/** An MLflow store, independent of its storage, read as a stream. */
export interface MlflowStore {
  readonly kind: "sqlite" | "files";
  readonly counts: StoreCounts;
  datasets(): AsyncIterable<StoreItem<StoredDataset>>;
  runs(): AsyncIterable<StoreItem<StoredRun>>;
  loggedModels(): AsyncIterable<StoreItem<StoredLoggedModel>>;
  modelVersions(): AsyncIterable<StoreItem<StoredModelVersion>>;
  aliases(): AsyncIterable<StoreItem<StoredAlias>>;
  close(): void;
}

/** The stage of a deleted model version. */
export const deletedStage = "Deleted_Internal";
export const defaultWorkspace = "default";
