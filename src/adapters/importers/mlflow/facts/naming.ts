import type { LoggedModelRef, RunRef } from "../mlflow-store.js";
import { defaultWorkspace } from "../mlflow-store.js";

/** How the import names things and what it leaves out. */
export interface Naming {
  readonly namespace: string;
  readonly skipDeleted: boolean;
}

/** Names are unique in a workspace only, so every workspace but MLflow's default has a namespace of its own. */
export function namespaceOf({ namespace }: Naming, workspace: string): string {
  return workspace === defaultWorkspace ? namespace : `${namespace}/${workspace}`;
}

/** A logged model is a version, by its model id, of the model `<experiment>/<name>`. */
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

/** A reference to a run, or nothing where the run is left out of the import. */
export function runReference(
  naming: Naming,
  workspace: string,
  run: RunRef | null,
): { namespace: string; externalId: string } | undefined {
  if (!run || (run.isDeleted && naming.skipDeleted)) return undefined;
  return { namespace: namespaceOf(naming, workspace), externalId: run.runId };
}

/** MLflow's epoch milliseconds as RFC 3339 text; undefined where it has none, or one that no calendar holds. */
export function instantOf(milliseconds: number | null): string | undefined {
  const date = new Date(milliseconds ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
