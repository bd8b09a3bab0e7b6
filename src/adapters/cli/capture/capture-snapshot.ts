import { type RecordedContent, type SnapshotName, snapshotFact, snapshotHints } from "./recorded-content.js";
import { newEntryId, type SpoolEntry } from "./spool/spool-entry.js";

/** Data to be recorded without a run. */
export interface SnapshotRequest {
  readonly name: SnapshotName;
  readonly content: RecordedContent;
  /** Upstream snapshots. Content is set only for files on this machine. */
  readonly derivedFrom: readonly { readonly name: SnapshotName; readonly content: RecordedContent | null }[];
  readonly principal: string | null;
}

/** Builds the spool entry that records one snapshot. */
export function snapshotEntry({ name, content, derivedFrom, principal }: SnapshotRequest): SpoolEntry {
  const here = derivedFrom.flatMap((upstream) =>
    upstream.content ? [{ name: upstream.name, content: upstream.content }] : [],
  );
  return {
    id: newEntryId(new Date()),
    principal,
    recorder: null,
    facts: [
      ...here.map((upstream) => snapshotFact(upstream.name, upstream.content)),
      snapshotFact(
        name,
        content,
        derivedFrom.map((upstream) => upstream.name),
      ),
    ],
    hints: [...here, { name, content }].flatMap((one) => snapshotHints(one.name, one.content)),
  };
}
