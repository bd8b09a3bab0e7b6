import type { FactInput } from "../../ingest/fact.js";
import { ArtifactFolders } from "./artifacts/artifact-folders.js";
import { readModelSize } from "./artifacts/environment-files.js";
import { checkFact } from "./facts/checked-fact.js";
import { datasetFact } from "./facts/dataset-facts.js";
import { aliasFact } from "./facts/deployment-facts.js";
import type { RecordedServing } from "./facts/followed-deployment.js";
import { loggedModelFacts, modelVersionFact } from "./facts/model-facts.js";
import { namespaceOf, type Naming } from "./facts/naming.js";
import { environmentOf } from "./facts/run-environment.js";
import { runFacts } from "./facts/run-facts.js";
import { commitOf } from "./facts/run-source.js";
import { isKnownStatus } from "./facts/run-status.js";
import { FollowedEndpoints } from "./followed-endpoints.js";
import type { DeployedAlias } from "./import-options.js";
import { RemadeVersions } from "./remade-versions.js";
import type {
  ArtifactLocation,
  MlflowStore,
  Origin,
  StoreItem,
  StoreProblem,
  StoredAlias,
  StoredDataset,
  StoredLoggedModel,
  StoredModelVersion,
  StoredRun,
} from "./mlflow-store.js";
import { deletedStage } from "./mlflow-store.js";

/** A fact with the place it was read from, or a problem. */
export type ImportItem = { readonly fact: FactInput; readonly origin: Origin } | { readonly problem: StoreProblem };

/** The progress of the import in records of the store, and the number of records that it skipped. */
export interface ImportProgress {
  recordsRead: number;
  deletedRunsSkipped: number;
  deletedLoggedModelsSkipped: number;
  /** MLflow keeps only the number of a deleted version, so it cannot be imported. */
  deletedModelVersionsSkipped: number;
}

/** A fact, or why something of the record could not be imported. */
type Mapped = FactInput | string;

/** Whether the registration of a version was refused. */
export type IsRefused = (namespace: string, model: string, version: string) => boolean;
type IsRefusedIn = (model: string, version: string, workspace: string) => boolean;

const nothingRead: ImportProgress = {
  recordsRead: 0,
  deletedRunsSkipped: 0,
  deletedLoggedModelsSkipped: 0,
  deletedModelVersionsSkipped: 0,
};

/** Turns the records of a store into facts. A record comes before the records that refer to it. */
export class StoreMapper {
  readonly progress: ImportProgress = { ...nothingRead };
  readonly #naming: Naming;
  readonly #endpoints: FollowedEndpoints;
  readonly #remade: RemadeVersions;
  readonly #folders: ArtifactFolders;
  /** Facts that were already yielded: commits, environments and datasets recur. */
  readonly #yielded = new Set<string>();

  constructor(naming: Naming, deployed: readonly DeployedAlias[], folders: ArtifactFolders, recorded: RecordedServing) {
    this.#naming = naming;
    this.#endpoints = new FollowedEndpoints(naming, deployed, recorded);
    this.#remade = new RemadeVersions(recorded);
    this.#folders = folders;
  }

  /** What exists and happened: datasets, runs and versions. */
  async *records(store: MlflowStore): AsyncGenerator<ImportItem> {
    Object.assign(this.progress, nothingRead);
    this.#yielded.clear();
    this.#endpoints.clear();
    this.#remade.clear();
    yield* this.#each(store.datasets(), (dataset) => this.#dataset(dataset));
    yield* this.#each(store.runs(), (run) => this.#run(run));
    yield* this.#each(store.loggedModels(), (model) => this.#loggedModel(model));
    yield* this.#each(store.modelVersions(), (version) => this.#modelVersion(version));
  }

  /** What refers to versions: aliases and deployments. Nothing is concluded from a version that was refused. */
  async *references(store: MlflowStore, isRefused: IsRefused): AsyncGenerator<ImportItem> {
    const isRefusedIn = (model: string, version: string, workspace: string): boolean => {
      const named = [namespaceOf(this.#naming, workspace), model, version] as const;
      return isRefused(...named) || this.#remade.has(...named);
    };
    yield* this.#each(store.aliases(), (alias) => this.#alias(alias, isRefusedIn));
    for await (const item of this.#endpoints.items(isRefusedIn)) {
      if ("problem" in item) yield item;
      else yield* this.#checked(item.fact, item.origin);
    }
  }

  async *#each<T extends { readonly origin: Origin }>(
    items: AsyncIterable<StoreItem<T>>,
    map: (record: T) => AsyncIterable<Mapped>,
  ): AsyncGenerator<ImportItem> {
    for await (const item of items) {
      if ("problem" in item) {
        yield item;
        continue;
      }
      this.progress.recordsRead += 1;
      const { origin } = item.record;
      for await (const mapped of map(item.record)) yield* this.#checked(mapped, origin);
    }
  }

  *#checked(mapped: Mapped, origin: Origin): Generator<ImportItem> {
    const { fact, whys } = typeof mapped === "string" ? { fact: null, whys: [mapped] } : checkFact(mapped);
    if (fact) yield { fact, origin };
    for (const why of whys) yield { problem: { ...origin, why } };
  }

  /** A snapshot may have several rows, one for each experiment; the first one's location is used. */
  async *#dataset(dataset: StoredDataset): AsyncGenerator<FactInput> {
    if (this.#isNew("dataset", dataset.workspace, dataset.name, dataset.digest))
      yield datasetFact(this.#naming, dataset);
  }

  async *#run(run: StoredRun): AsyncGenerator<Mapped> {
    if (run.isDeleted && this.#naming.skipDeleted) {
      this.progress.deletedRunsSkipped += 1;
      return;
    }
    const commit = commitOf(run);
    if (commit && this.#isNew("commit", commit.repository, commit.sha))
      yield { operation: "registerCodeCommit", input: commit };
    const { environment, problems } = await environmentOf(run, this.#folders);
    yield* problems;
    if (environment && this.#isNew("environment", environment.digest))
      yield { operation: "registerEnvironment", input: environment.fact };
    if (!isKnownStatus(run.status))
      yield `its status ${JSON.stringify(run.status)} is not a status of MLflow; it is recorded as running`;
    yield* runFacts(this.#naming, run, environment?.digest ?? null);
  }

  async *#loggedModel(model: StoredLoggedModel): AsyncGenerator<FactInput> {
    if (model.ref.isDeleted && this.#naming.skipDeleted) {
      this.progress.deletedLoggedModelsSkipped += 1;
      return;
    }
    yield* loggedModelFacts(this.#naming, model, await this.#sizeOf(model.artifacts));
  }

  async *#modelVersion(version: StoredModelVersion): AsyncGenerator<Mapped> {
    this.#endpoints.addVersion(version);
    if (version.stage === deletedStage) {
      this.progress.deletedModelVersionsSkipped += 1;
      return;
    }
    const { fact, why } = modelVersionFact(this.#naming, version, await this.#sizeOf(version.loggedModel?.artifacts));
    const whyRemade = await this.#remade.why(fact.input);
    if (whyRemade !== null) {
      yield whyRemade;
      return;
    }
    const [base] = fact.input.derivedFrom ?? [];
    if (base && this.#remade.has(base.namespace, base.model, base.version ?? "")) {
      yield { ...fact, input: { ...fact.input, derivedFrom: undefined } };
      yield `its source ${version.source} was deleted and made again; the version is registered without a source`;
      return;
    }
    yield fact;
    if (why !== null) yield why;
  }

  async *#alias(alias: StoredAlias, isRefused: IsRefusedIn): AsyncGenerator<Mapped> {
    const { model, version, versionState, workspace } = alias;
    this.#endpoints.addName(alias.alias);
    if (!versionState || versionState.isDeleted) {
      yield `it names version ${version}, which ${versionState ? "was deleted" : "is not in the store"}; the alias is omitted`;
      return;
    }
    await this.#endpoints.addAlias(alias);
    if (isRefused(model, version, workspace))
      yield `it names version ${version}, which is not the recorded version; the alias is omitted`;
    else yield aliasFact(this.#naming, alias);
  }

  async #sizeOf(artifacts: ArtifactLocation | undefined): Promise<number | null> {
    const folder = artifacts ? this.#folders.find(artifacts) : null;
    return folder === null ? null : readModelSize(folder).catch(() => null);
  }

  #isNew(...parts: readonly string[]): boolean {
    const name = parts.join("\u0000");
    return !this.#yielded.has(name) && Boolean(this.#yielded.add(name));
  }
}
