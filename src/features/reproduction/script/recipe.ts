import type { Reproducibility } from "../reproducibility.js";

/** Everything recorded about how a node was produced. Fields that are not recorded are null. */
export interface Recipe extends Reproducibility {
  /** Key of the node to rebuild. */
  readonly key: string;
  /** Key of the run that produced it. */
  readonly run: string | null;
  readonly commit: RecordedCommit | null;
  readonly environment: RecordedEnvironment | null;
  readonly inputs: readonly RecordedInput[];
  readonly command: string | null;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  /** By name; a value that is not finite is NaN, Infinity or -Infinity. */
  readonly metrics: ReadonlyMap<string, number>;
}

export interface RecordedCommit {
  readonly repository: string;
  /** The SHA of the commit in git. */
  readonly sha: string;
  readonly isDirty: boolean;
  readonly patchDigest: string | null;
}

export interface RecordedEnvironment {
  readonly requirements: string | null;
  readonly condaYaml: string | null;
  /** URI of the image, with its digest if recorded. */
  readonly image: string | null;
  readonly pythonVersion: string | null;
}

/** A snapshot or a model version that the run used. */
export interface RecordedInput {
  readonly key: string;
  /** Name of the dataset or model, from which the file name is derived. */
  readonly name: string;
  readonly version: string;
  readonly role: string;
  readonly uri: string | null;
  readonly digest: string | null;
}

/** The SHA of the commit in git. A commit with changes may be recorded as `COMMIT+PATCH`, because each patch is another state. */
export function revisionOf(sha: string): string {
  return /^([0-9a-f]{40,64})\+[0-9a-f]+$/.exec(sha)?.[1] ?? sha;
}
