/** The records that the addresses of a registered version name. A record may be missing in the store. */
export interface NamedRecords {
  /** The run of `runs:/<id>/…`. */
  readonly runId: string | null;
  /** The logged model of `models:/m-<id>`, or of an address of its artifacts. */
  readonly modelId: string | null;
  /** A part of an address that is a run id in MLflow's layout, `…/<run id>/artifacts/…`. */
  readonly possibleRunId: string | null;
}

/** Reads the source and the storage location of a registered version. */
export function namedRecords(source: string | null, storageLocation: string | null): NamedRecords {
  // The files of a copied version are those of its original's logged model. Its origin is the original.
  const addresses = source?.startsWith("models:") ? [source] : [source, storageLocation];
  const first = (pattern: RegExp): string | null =>
    addresses.map((address) => pattern.exec(address ?? "")?.[1]).find((found) => found !== undefined) ?? null;
  return {
    runId: first(/^runs:\/+([^/]+)/),
    modelId: first(/^models:\/+(m-[^/]+)$/) ?? first(/\/models\/(m-[^/]+)(?:\/|$)/),
    possibleRunId: first(/\/([^/]+)\/artifacts(?:\/|$)/),
  };
}
