import type { FactInput } from "../../ingest/fact.js";
import { ArtifactFolders } from "./artifacts/artifact-folders.js";
import { readModelSize } from "./artifacts/environment-files.js";
import { checkFact } from "./facts/checked-fact.js";
import { datasetFact } from "./facts/dataset-facts.js";
import { aliasDeployment, aliasFact, type DeploymentOrWhy, stageDeployment } from "./facts/deployment-facts.js";
import { loggedModelFacts, modelVersionFact } from "./facts/model-facts.js";
import type { Naming } from "./facts/naming.js";
import { environmentOf } from "./facts/run-environment.js";
import { runFacts } from "./facts/run-facts.js";
import { commitOf } from "./facts/run-source.js";
import { isKnownStatus } from "./facts/run-status.js";
import type { DeployedAlias } from "./import-options.js";
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
  readonly #deployed: readonly DeployedAlias[];
  readonly #folders: ArtifactFolders;
  /** Facts that were already yielded: commits, environments and datasets recur. */
  readonly #yielded = new Set<string>();
  /** The aliases and stages that occurred in the store. */
  readonly #found = new Set<string>();

  constructor(naming: Naming, deployed: readonly DeployedAlias[], folders: ArtifactFolders) {
    this.#naming = naming;
    this.#deployed = deployed;
    this.#folders = folders;
  }

  async *facts(store: MlflowStore): AsyncGenerator<ImportItem> {
    Object.assign(this.progress, nothingRead);
    this.#yielded.clear();
    this.#found.clear();
    yield* this.#each(store.datasets(), (dataset) => this.#dataset(dataset));
    yield* this.#each(store.runs(), (run) => this.#run(run));
    yield* this.#each(store.loggedModels(), (model) => this.#loggedModel(model));
    yield* this.#each(store.modelVersions(), (version) => this.#modelVersion(version));
    yield* this.#each(store.aliases(), (alias) => this.#alias(alias));
    yield* this.#unusedAliases();
  }

  /** Without this problem, a misspelled alias would only show as a deployment that is missing. */
  *#unusedAliases(): Generator<ImportItem> {
    for (const { alias } of this.#deployed.filter((deployed) => !this.#found.has(deployed.alias))) {
      const why = "no version in the store has this alias or stage, so no deployment is derived from it";
      yield { problem: { place: "--deployed-alias", id: alias, why } };
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
      for await (const mapped of map(item.record)) {
        const { fact, whys } = typeof mapped === "string" ? { fact: null, whys: [mapped] } : checkFact(mapped);
        if (fact) yield { fact, origin };
        for (const why of whys) yield { problem: { ...origin, why } };
      }
    }
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
    if (version.stage === deletedStage) {
      this.progress.deletedModelVersionsSkipped += 1;
      return;
    }
    this.#found.add(version.stage ?? "");
    const { fact, why } = modelVersionFact(this.#naming, version, await this.#sizeOf(version.loggedModel?.artifacts));
    yield fact;
    if (why !== null) yield why;
    yield* factOrWhy(stageDeployment(this.#naming, this.#deployed, version));
  }

  async *#alias(alias: StoredAlias): AsyncGenerator<Mapped> {
    this.#found.add(alias.alias);
    if (!alias.versionState || alias.versionState.isDeleted) {
      yield `it names version ${alias.version}, which ${alias.versionState ? "was deleted" : "is not in the store"}; the alias is omitted`;
      return;
    }
    yield aliasFact(this.#naming, alias);
    yield* factOrWhy(aliasDeployment(this.#naming, this.#deployed, alias));
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

function* factOrWhy(deployment: DeploymentOrWhy | null): Generator<Mapped> {
  if (deployment) yield "fact" in deployment ? deployment.fact : deployment.why;
}
