import { z } from "zod";
import { defineStatement } from "../graph/statement.js";

const keys = z.array(z.string());

const datasetRow = z.object({ key: z.string(), namespace: z.string(), name: z.string() });
export type DatasetRow = Readonly<z.infer<typeof datasetRow>>;

export const loadDatasetRows = defineStatement("dataset/load-datasets", { mode: "read", params: z.object({ keys }), row: datasetRow });

const datasetFilter = { prefix: z.string(), nameContains: z.string().nullable() };

export const listDatasetRows = defineStatement("dataset/list-datasets", {
  mode: "read",
  params: z.object({ ...datasetFilter, afterKey: z.string().nullable(), isBackward: z.boolean(), limit: z.number() }),
  row: datasetRow,
});

export const countDatasetRows = defineStatement("dataset/count-datasets", {
  mode: "read",
  params: z.object(datasetFilter),
  row: z.object({ count: z.number() }),
});

const snapshotRow = z.object({
  key: z.string(), recordedAt: z.number(), version: z.string(), digest: z.string().nullable(), uri: z.string().nullable(),
  sizeBytes: z.number().nullable(), rowCount: z.number().nullable(), createdAt: z.number().nullable(), datasetKey: z.string(),
  producedByKey: z.string().nullable(), derivedFromKeys: keys, emittedByKeys: keys,
});
export type SnapshotRow = Readonly<z.infer<typeof snapshotRow>>;

export const loadSnapshotRows = defineStatement("dataset/load-snapshots", { mode: "read", params: z.object({ keys }), row: snapshotRow });

const snapshotPageRow = snapshotRow.extend({ owner: z.string(), at: z.number() });
export type SnapshotPageRow = Readonly<z.infer<typeof snapshotPageRow>>;

export const pageSnapshotRows = defineStatement("dataset/page-snapshots", {
  mode: "read",
  params: z.object({
    datasetKeys: keys, at: z.number().nullable(), afterKey: z.string().nullable(), isBackward: z.boolean(), limit: z.number(),
  }),
  row: snapshotPageRow,
});

export const countSnapshotRows = defineStatement("dataset/count-snapshots", {
  mode: "read",
  params: z.object({ datasetKeys: keys }),
  row: z.object({ owner: z.string(), count: z.number() }),
});
