/** The recorded facts about how a node was produced that determine whether it can be rebuilt. */
export interface Evidence {
  /** Key of the model version, run or snapshot that is to be rebuilt. */
  readonly key: string;
  /** Key of the run that produced it; for a run, its own key. Null if no run is recorded. */
  readonly run: string | null;
  /** The run was referred to but not reported. */
  readonly isRunStub: boolean;
  readonly isRunTombstoned: boolean;
  readonly hasCommand: boolean;
  readonly commit: string | null;
  /** Null if not recorded. */
  readonly isDirty: boolean | null;
  /** True if the digest of the patch with the uncommitted changes is recorded. */
  readonly hasPatch: boolean;
  readonly isCommitTombstoned: boolean;
  readonly environment: string | null;
  /** Null if the contents of the environment are not recorded. */
  readonly isPinned: boolean | null;
  readonly isEnvironmentTombstoned: boolean;
  /** Keys of the tombstoned snapshots and model versions upstream. */
  readonly tombstonedInputs: readonly string[];
  /** Keys of the snapshots and model versions upstream without a content digest. */
  readonly undigestedInputs: readonly string[];
}

/** The evidence after some nodes are tombstoned; `input` is one of them that is an upstream input, if any. */
export function withTombstones(evidence: Evidence, tombstoned: ReadonlySet<string>, input: string | null): Evidence {
  const isNow = (key: string | null): boolean => key !== null && tombstoned.has(key);
  return {
    ...evidence,
    isRunTombstoned: evidence.isRunTombstoned || isNow(evidence.run),
    isCommitTombstoned: evidence.isCommitTombstoned || isNow(evidence.commit),
    isEnvironmentTombstoned: evidence.isEnvironmentTombstoned || isNow(evidence.environment),
    tombstonedInputs: input === null ? evidence.tombstonedInputs : [...evidence.tombstonedInputs, input],
  };
}
