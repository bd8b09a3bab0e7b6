import { z } from "zod";
import { deploymentRef } from "../deployment/deployment-ref.shape.js";
import { digest, identifier, instant, line, size } from "../../core/shared/fact-fields.js";

/** Names one snapshot, registered or not. */
export const snapshotRef = z.strictObject({ namespace: identifier, dataset: identifier, version: identifier });

export type SnapshotRef = z.output<typeof snapshotRef>;

/** What a source says of one snapshot; left-out fields are unknown to it. */
export const datasetSnapshotFact = snapshotRef.extend({
  digest: digest.nullish(),
  uri: line.nullish(),
  sizeBytes: size.nullish(),
  rowCount: size.nullish(),
  createdAt: instant.nullish(),
  /** Upstream snapshots where no run is known: copied, split, filtered. */
  derivedFrom: z.array(snapshotRef).max(1_000).nullish(),
  /** The deployment whose logged predictions these are. */
  emittedBy: deploymentRef.nullish(),
});
export type DatasetSnapshotFact = z.output<typeof datasetSnapshotFact>;
