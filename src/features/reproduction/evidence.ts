/** What is known of how something was made, as far as it decides whether it could be made again. */
export interface Evidence {
  /** Key of the model version, run or snapshot that is to be rebuilt. */
  readonly key: string;
  /** Key of the run that made it; of a run itself. Null where none is known. */
  readonly run: string | null;
  /** Something referred to the run, but nobody reported it. */
  readonly isRunStub: boolean;
  readonly isRunTombstoned: boolean;
  readonly hasCommand: boolean;
  readonly commit: string | null;
  /** Null where nobody said. */
  readonly isDirty: boolean | null;
  /** The digest of the patch that holds the uncommitted changes is recorded. */
  readonly hasPatch: boolean;
  readonly isCommitTombstoned: boolean;
  readonly environment: string | null;
  /** Null where nobody said what it contains. */
  readonly isPinned: boolean | null;
  readonly isEnvironmentTombstoned: boolean;
  /** Keys of the snapshots and model versions upstream that are tombstoned. */
  readonly tombstonedInputs: readonly string[];
  /** Keys of those whose content has no digest. */
  readonly undigestedInputs: readonly string[];
}

/** The evidence as it will be once some nodes are tombstoned; `input` is one of them that is an input upstream, if any. */
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
