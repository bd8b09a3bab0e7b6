import type { FactInput } from "../../ingest/fact.js";
import { endpointName, retirement, deploymentFact } from "./facts/deployment-facts.js";
import { beginOf, endedOf, importedBy, type RecordedServing } from "./facts/followed-deployment.js";
import { instantOf, namespaceOf, type Naming } from "./facts/naming.js";
import type { DeployedAlias, DeploymentStage } from "./import-options.js";
import type { Origin, StoredAlias, StoredModelVersion, StoreProblem } from "./mlflow-store.js";

/** A version that an alias or a stage of the options marks as deployed. */
interface Mark {
  readonly origin: Origin;
  /** The name of the alias or the stage. */
  readonly name: string;
  readonly version: string;
  readonly since: number | null;
  readonly observedAt: number;
  readonly isAliasMoved: boolean | null;
}

/** A registered model, and what marks its versions by the stage of the endpoint. */
interface MarkedModel {
  readonly workspace: string;
  readonly model: string;
  readonly origin: Origin;
  observedAt: number;
  readonly marks: Map<DeploymentStage, Mark[]>;
}

/** A fact or a problem with its place in the store. */
export type FollowedItem = { readonly fact: FactInput; readonly origin: Origin } | { readonly problem: StoreProblem };

/** Collects the aliases and stages that stand for deployments, and derives the deployments of their endpoints. */
export class FollowedEndpoints {
  readonly #naming: Naming;
  readonly #deployed: readonly DeployedAlias[];
  readonly #recorded: RecordedServing;
  readonly #models = new Map<string, MarkedModel>();
  /** The aliases and stages of the options that the store contains, or that recorded deployments followed. */
  readonly #found = new Set<string>();

  constructor(naming: Naming, deployed: readonly DeployedAlias[], recorded: RecordedServing) {
    this.#naming = naming;
    this.#deployed = deployed;
    this.#recorded = recorded;
  }

  clear(): void {
    this.#models.clear();
    this.#found.clear();
  }

  /** Notes a version, its model and its stage, which MLflow before 2.9 used. */
  addVersion({ workspace, model, origin, observedAt, version, stage, updatedAt }: StoredModelVersion): void {
    if (this.#deployed.length === 0) return;
    const id = JSON.stringify([workspace, model]);
    const known = this.#models.get(id) ?? { workspace, model, origin, observedAt, marks: new Map() };
    known.observedAt = Math.max(known.observedAt, observedAt);
    this.#models.set(id, known);
    this.#mark(known, { origin, name: stage ?? "", version, since: updatedAt, observedAt, isAliasMoved: null });
  }

  /** Notes an alias. Must be called before the alias is recorded, because it compares the recorded target. */
  async addAlias({ workspace, model, origin, alias, version, versionState, observedAt }: StoredAlias): Promise<void> {
    const known = this.#models.get(JSON.stringify([workspace, model]));
    if (!known || !this.#deployed.some((deployed) => deployed.alias === alias)) return;
    const target = await this.#recorded.aliasTarget(namespaceOf(this.#naming, workspace), model, alias);
    const since = versionState?.updatedAt ?? null;
    this.#mark(known, { origin, name: alias, version, since, observedAt, isAliasMoved: target !== version });
  }

  /** Notes that an alias of the options exists, although it names no version that can be deployed. */
  addName(alias: string): void {
    this.#found.add(alias);
  }

  /** The deployments of all endpoints. A version whose registration was refused decides nothing about its endpoint. */
  async *items(
    isRefused: (model: string, version: string, workspace: string) => boolean,
  ): AsyncGenerator<FollowedItem> {
    const stages = new Set(this.#deployed.map(({ stage }) => stage));
    for (const model of this.#models.values()) {
      for (const stage of stages) {
        const marks = model.marks.get(stage) ?? [];
        if (!marks.some(({ version }) => isRefused(model.model, version, model.workspace)))
          yield* this.#ofEndpoint(model, stage, marks);
      }
    }
    yield* this.#unused();
  }

  async *#ofEndpoint(model: MarkedModel, stage: DeploymentStage, marks: readonly Mark[]): AsyncGenerator<FollowedItem> {
    const namespace = namespaceOf(this.#naming, model.workspace);
    const endpoint = { namespace, endpoint: endpointName(this.#deployed, model.model, stage), stage };
    const recorded = await this.#recorded.deployments(namespace, endpoint.endpoint);
    if (recorded.some(({ by }) => by === importedBy))
      for (const { alias } of this.#deployed.filter((deployed) => deployed.stage === stage)) this.#found.add(alias);
    const dated = marks.filter(isDated);
    for (const { origin, name, version } of marks.filter((mark) => !isDated(mark))) {
      const why = `version ${version} has no last update time, so the deployment behind ${name} is omitted`;
      yield { problem: { ...origin, why } };
    }
    const [serving, ...others] = dated.sort((left, right) => Number(right.version) - Number(left.version));
    if (!serving) {
      if (marks.length > 0) return;
      for (const ended of endedOf(model.model, model.observedAt, recorded))
        yield { fact: retirement(endpoint, ended, model.observedAt), origin: model.origin };
      return;
    }
    // MLflow resolves a stage to its newest version. Aliases of one endpoint have no such rule.
    for (const other of others.filter(
      ({ isAliasMoved, version }) => isAliasMoved !== null && version !== serving.version,
    )) {
      const why = `it names version ${other.version}, but ${serving.name} marks version ${serving.version} as deployed at the same endpoint; the higher version is recorded as serving`;
      yield { problem: { ...other.origin, why } };
    }
    const { version } = serving;
    const validFrom = beginOf({ ...serving, model: model.model }, recorded);
    const known = recorded.find((one) => one.version === version && one.validFrom === validFrom);
    const deployed = { model: model.model, version, validFrom, by: known?.by ?? null };
    yield { fact: deploymentFact(endpoint, deployed), origin: serving.origin };
  }

  /** Without this problem, a misspelled alias would only show as a deployment that is missing. */
  *#unused(): Generator<FollowedItem> {
    for (const { alias } of this.#deployed.filter((deployed) => !this.#found.has(deployed.alias))) {
      const why = "no version in the store has this alias or stage, so no deployment is derived from it";
      yield { problem: { place: "--deployed-alias", id: alias, why } };
    }
  }

  #mark(model: MarkedModel, mark: Mark): void {
    const stage = this.#deployed.find(({ alias }) => alias === mark.name)?.stage;
    if (!stage) return;
    this.#found.add(mark.name);
    model.marks.set(stage, [...(model.marks.get(stage) ?? []), mark]);
  }
}

function isDated<T extends Pick<Mark, "since">>(mark: T): mark is T & { readonly since: number } {
  return instantOf(mark.since)?.endsWith("Z") ?? false;
}
