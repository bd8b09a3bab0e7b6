import type { FactInput } from "../../../ingest/fact.js";
import type { StoredLoggedModel, StoredModelVersion } from "../mlflow-store.js";
import { type Naming, instantOf, loggedModelVersion, namespaceOf, runReference } from "./naming.js";

type VersionInput = Extract<FactInput, { operation: "registerModelVersion" }>["input"];
type VersionRef = NonNullable<VersionInput["derivedFrom"]>[number];

/** The fact of a registered version, and what of it is unknown. */
export interface FactOrWhy {
  readonly fact: Extract<FactInput, { operation: "registerModelVersion" }>;
  readonly why: string | null;
}

/** A logged model as a version. If several runs name it as their output, each of them produced it. */
export function loggedModelFacts(naming: Naming, model: StoredLoggedModel, sizeBytes: number | null): FactInput[] {
  const identity = loggedModelVersion(naming, model.ref);
  const [producedBy, ...others] = model.producedBy
    .map((run) => runReference(naming, model.workspace, run))
    .filter((run) => run !== undefined);
  const first: VersionInput = {
    ...identity,
    producedBy,
    artifactUri: model.artifacts.uri || undefined,
    artifactSizeBytes: sizeBytes ?? undefined,
    createdAt: instantOf(model.createdAt),
  };
  return [first, ...others.map((run) => ({ ...identity, producedBy: run }))].map((input) => ({
    operation: "registerModelVersion",
    input,
  }));
}

/** A registered version, derived from the logged model or the version that is its source. */
export function modelVersionFact(naming: Naming, version: StoredModelVersion, sizeBytes: number | null): FactOrWhy {
  const { derivedFrom, why } = originOf(naming, version);
  const source = version.source?.startsWith("models:") ? null : version.source;
  return {
    fact: {
      operation: "registerModelVersion",
      input: {
        namespace: namespaceOf(naming, version.workspace),
        model: version.model,
        version: version.version,
        producedBy: runReference(naming, version.workspace, version.producedBy),
        artifactUri: version.storageLocation || source || undefined,
        artifactSizeBytes: sizeBytes ?? undefined,
        derivedFrom: derivedFrom && [derivedFrom],
        createdAt: instantOf(version.createdAt),
      },
    },
    why,
  };
}

/** The logged model or the version that a version was created from. Reports a version whose origin is unknown. */
function originOf(naming: Naming, version: StoredModelVersion): { derivedFrom?: VersionRef; why: string | null } {
  const { source, loggedModel, producedBy } = version;
  if (loggedModel) {
    if (loggedModel.isDeleted && naming.skipDeleted) return { why: null };
    return { derivedFrom: loggedModelVersion(naming, loggedModel), why: null };
  }
  if (!source?.startsWith("models:")) {
    if (!producedBy) return { why: `${unknownSource(source)}; the origin of the version is unknown` };
    const why = `its run ${producedBy.runId} is not in the store; the run is recorded only as a reference`;
    return { why: producedBy.isInStore ? null : why };
  }
  const [, model, copied] = /^models:\/+([^/]+)\/(\d+)$/.exec(source) ?? [];
  if (model !== undefined)
    return { derivedFrom: { namespace: namespaceOf(naming, version.workspace), model, version: copied }, why: null };
  const what = /^models:\/+m-/.test(source) ? "which is no longer in the store" : "which does not name a version";
  return { why: `its source is ${source}, ${what}; the version is registered without a source` };
}

function unknownSource(source: string | null): string {
  return source ? `its source ${source} names no run or model of the store` : "it has neither a source nor a run";
}
