import type { FactInput } from "../../ingest/fact.js";
import type { RecordedServing, RecordedVersion } from "./facts/followed-deployment.js";

type VersionInput = Extract<FactInput, { operation: "registerModelVersion" }>["input"];

/**
 * Finds registered versions that MLflow deleted and made again under the same name. Nothing is concluded from them: their
 * aliases and deployments would be those of the recorded version.
 */
export class RemadeVersions {
  readonly #recorded: RecordedServing;
  /** The recorded versions of each model. There are few models, and their versions are not in order. */
  readonly #models = new Map<string, Promise<ReadonlyMap<string, RecordedVersion>>>();
  readonly #remade = new Set<string>();

  constructor(recorded: RecordedServing) {
    this.#recorded = recorded;
  }

  clear(): void {
    this.#models.clear();
    this.#remade.clear();
  }

  has(namespace: string, model: string, version: string): boolean {
    return this.#remade.has(JSON.stringify([namespace, model, version]));
  }

  /** Why a version is not the recorded one; null if it may be. */
  async why({ namespace, model, version, producedBy, artifactUri }: VersionInput): Promise<string | null> {
    const id = JSON.stringify([namespace, model]);
    const versions = this.#models.get(id) ?? this.#recorded.versions(namespace, model);
    this.#models.set(id, versions);
    const known = (await versions).get(version);
    const runId = producedBy?.externalId ?? null;
    if (!known || known.runId === null || runId === null || known.runId === runId) return null;
    this.#remade.add(JSON.stringify([namespace, model, version]));
    return (
      `${model}@${version} is recorded as made by ${madeBy(known)}, but the store contains a version made by ` +
      `${madeBy({ runId, artifactUri: artifactUri ?? null })} under the same name; it was probably deleted and made again. ` +
      "The store's version, its aliases and its deployments are omitted"
    );
  }
}

function madeBy({ runId, artifactUri }: RecordedVersion): string {
  return `run ${runId} from ${artifactUri ?? "an unknown source"}`;
}
