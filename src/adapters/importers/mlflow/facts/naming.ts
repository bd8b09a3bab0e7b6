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

/** A logged model becomes a version of the model `<experiment>/<name>`, identified by its model id. */
export function loggedModelVersion(
  naming: Naming,
  ref: LoggedModelRef,
): { namespace: string; model: string; version: string } {
  return {
    namespace: namespaceOf(naming, ref.workspace),
    model: `${ref.experiment}/${ref.name}`,
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

/** MLflow's epoch milliseconds as RFC 3339 text; undefined if missing or outside the calendar. */
export function instantOf(milliseconds: number | null): string | undefined {
  const date = new Date(milliseconds ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
