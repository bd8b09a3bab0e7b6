import type { LoggedModelRef, RunRef } from "../mlflow-store.js";
import { defaultWorkspace } from "../mlflow-store.js";

/** How the import names records and which it omits. */
export interface Naming {
  readonly namespace: string;
  readonly skipDeleted: boolean;
}

/** Names are unique only within a workspace, so every workspace except MLflow's default gets its own namespace. */
export function namespaceOf({ namespace }: Naming, workspace: string): string {
  return workspace === defaultWorkspace ? namespace : `${namespace}/${workspace}`;
}

/** A logged model becomes a version of the model `<experiment id>/<name>`: experiments are renamed, and identities do not change. */
export function loggedModelVersion(
  naming: Naming,
  ref: LoggedModelRef,
): { namespace: string; model: string; version: string } {
  return {
    namespace: namespaceOf(naming, ref.workspace),
    model: `${ref.experimentId}/${ref.name}`,
    version: ref.modelId,
  };
}

/** A reference to a run; undefined if the run is not imported. */
export function runReference(
  naming: Naming,
  workspace: string,
  run: RunRef | null,
): { namespace: string; externalId: string } | undefined {
  if (!run || (run.isDeleted && naming.skipDeleted)) return undefined;
  return { namespace: namespaceOf(naming, workspace), externalId: run.runId };
}

/**
 * MLflow's epoch milliseconds as RFC 3339 text; undefined if missing. A number that is no time of the years 1 to 9999
 * remains as it is, so that the check of the fact reports and omits it.
 */
export function instantOf(milliseconds: number | null): string | undefined {
  if (milliseconds === null) return undefined;
  const isInstant = Number.isInteger(milliseconds) && milliseconds >= firstInstant && milliseconds <= lastInstant;
  return isInstant ? new Date(milliseconds).toISOString() : String(milliseconds);
}

const firstInstant = Date.parse("0001-01-01T00:00:00Z");
const lastInstant = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
