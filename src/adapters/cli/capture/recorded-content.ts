import type { FactInput } from "../../ingest/fact.js";
import type { ContentDigest } from "./digest/content-digest.js";

/** A file or a folder as one version of data or of a model. */
export interface RecordedContent {
  /** In the form of recordedPath. */
  readonly path: string;
  readonly content: ContentDigest;
}

/** The identity of a snapshot. */
export interface SnapshotName {
  readonly namespace: string;
  readonly dataset: string;
  readonly version: string;
}

/**
 * Enough hex digits for the versions of one dataset. Two contents that share them are a CONFLICT and are never
 * confused.
 */
const versionLength = 12;

/** The default version of content: the first digits of its digest. */
export function versionOf({ digest }: Pick<ContentDigest, "digest">): string {
  return digest.slice(digest.indexOf(":") + 1).slice(0, versionLength);
}

/** The snapshot of a content. The dataset is named after the path by default. */
export function snapshotNameOf(namespace: string, { path, content }: RecordedContent, dataset = path): SnapshotName {
  return { namespace, dataset, version: versionOf(content) };
}

/** The fact that registers a snapshot; equal for equal content. */
export function snapshotFact(
  name: SnapshotName,
  { content: { digest, sizeBytes, kind, members } }: RecordedContent,
  derivedFrom: readonly SnapshotName[] = [],
): FactInput {
  return {
    operation: "registerDatasetSnapshot",
    input: {
      ...name,
      digest,
      sizeBytes,
      ...(kind === "folder" && { isFolder: true, ...(members && { members: [...members] }) }),
      ...(derivedFrom.length > 0 && { derivedFrom: [...derivedFrom] }),
    },
  };
}

/** Location and modification time of the content. They may differ between copies of the same content. */
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
