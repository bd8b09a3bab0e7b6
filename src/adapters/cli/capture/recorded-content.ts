import type { FactInput } from "../../ingest/fact.js";
import type { ContentDigest } from "./digest/content-digest.js";

/** A file or a folder as one version of data or of a model. */
export interface RecordedContent {
  /** As recordedPath gives it. */
  readonly path: string;
  readonly content: ContentDigest;
}

/** The identity of a snapshot. */
export interface SnapshotName {
  readonly namespace: string;
  readonly dataset: string;
  readonly version: string;
}

/** Enough hex digits for the versions of one dataset; two contents that share them would be refused as a CONFLICT, never mixed up. */
const versionLength = 12;

/** The version that content has by itself: the beginning of its digest. */
export function versionOf({ digest }: Pick<ContentDigest, "digest">): string {
  return digest.slice(digest.indexOf(":") + 1).slice(0, versionLength);
}

/** The snapshot that a content is: unless named, a dataset is called as its path. */
export function snapshotNameOf(namespace: string, { path, content }: RecordedContent, dataset = path): SnapshotName {
  return { namespace, dataset, version: versionOf(content) };
}

/** What content says of a snapshot, always the same for the same content. */
export function snapshotFact(
  name: SnapshotName,
  { content: { digest, sizeBytes } }: RecordedContent,
  derivedFrom: readonly SnapshotName[] = [],
): FactInput {
  return {
    operation: "registerDatasetSnapshot",
    input: { ...name, digest, sizeBytes, ...(derivedFrom.length > 0 && { derivedFrom: [...derivedFrom] }) },
  };
}

/** Where the content lay and when it was written: the same content may lie elsewhere and be written again. */
export function snapshotHints(name: SnapshotName, { path, content: { modifiedAtMs } }: RecordedContent): FactInput[] {
  return [
    { operation: "registerDatasetSnapshot", input: { ...name, uri: path } },
    ...(modifiedAtMs === null
      ? []
      : [
          {
            operation: "registerDatasetSnapshot",
            input: { ...name, createdAt: new Date(modifiedAtMs).toISOString() },
          } as const,
        ]),
  ];
}
