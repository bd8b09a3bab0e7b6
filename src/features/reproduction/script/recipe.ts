import type { Reproducibility } from "../reproducibility.js";

/** All that is recorded of how something was made. What is not known is null. */
export interface Recipe extends Reproducibility {
  /** Key of what is to be rebuilt. */
  readonly key: string;
  /** Key of the run that made it. */
  readonly run: string | null;
  readonly commit: RecordedCommit | null;
  readonly environment: RecordedEnvironment | null;
  readonly inputs: readonly RecordedInput[];
  readonly command: string | null;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  /** By name; what is not finite is NaN, Infinity or -Infinity. */
  readonly metrics: ReadonlyMap<string, number>;
}

export interface RecordedCommit {
  readonly repository: string;
  /** As git knows it. */
  readonly sha: string;
  readonly isDirty: boolean;
  readonly patchDigest: string | null;
}

export interface RecordedEnvironment {
  readonly requirements: string | null;
  readonly condaYaml: string | null;
  /** The image's address, with its digest where that is known. */
  readonly image: string | null;
  readonly pythonVersion: string | null;
}

/** A snapshot or a model version that the run used. */
export interface RecordedInput {
  readonly key: string;
  /** Namespace, dataset or model, and version: what a file is named after. */
  readonly name: string;
  readonly version: string;
  readonly role: string;
  readonly uri: string | null;
  readonly digest: string | null;
}

/** The commit that git knows: one with changes may be named after both, `COMMIT+PATCH`, since each patch makes another state of it. */
export function revisionOf(sha: string): string {
  return /^([0-9a-f]{40,64})\+[0-9a-f]+$/.exec(sha)?.[1] ?? sha;
}
