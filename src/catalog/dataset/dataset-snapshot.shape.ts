import { z } from "zod";
import { deploymentRef } from "../ref/deployment-ref.shape.js";
import { digest, identifier, instant, line, size } from "../../core/shared/fact-fields.js";

/** A reference to one snapshot, registered or not. */
export const snapshotRef = z.strictObject({ namespace: identifier, dataset: identifier, version: identifier });

export type SnapshotRef = z.output<typeof snapshotRef>;

/** The maximum number of members of a folder. A larger folder is recorded without them. */
export const maxMembers = 10_000;

/** A file of a folder. */
const member = z.strictObject({
  path: identifier.refine(
    (path) => !/^\/|(^|\/)\.\.?(\/|$)/.test(path),
    "is not a path within the folder, such as images/a.txt",
  ),
  digest,
  sizeBytes: size.nullish(),
});

/** One snapshot as reported by a source. Omitted fields are unknown. */
export const datasetSnapshotFact = snapshotRef.extend({
  digest: digest.nullish(),
  uri: line.nullish(),
  sizeBytes: size.nullish(),
  rowCount: size.nullish(),
  createdAt: instant.nullish(),
  /** Whether the snapshot is a folder. Members imply it. */
  isFolder: z.boolean().nullish(),
  members: z
    .array(member)
    .max(maxMembers)
    .refine((members) => new Set(members.map(({ path }) => path)).size === members.length, "names a path twice")
    .nullish(),
  /** Upstream snapshots, if the run is unknown: the source of a copy, a split or a filter. */
  derivedFrom: z.array(snapshotRef).max(1_000).nullish(),
  /** The deployment whose logged predictions the snapshot contains. */
  emittedBy: deploymentRef.nullish(),
});
export type DatasetSnapshotFact = z.output<typeof datasetSnapshotFact>;
