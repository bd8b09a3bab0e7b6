import { z } from "zod";
import { keyPageShape } from "../../core/api/key-page.js";
import { timePageShape } from "../../core/api/time-page.js";
import { defineStatement } from "../../core/graph/statement.js";

const keys = z.array(z.string());

const datasetRow = z.object({ key: z.string() });

export const loadDatasetRows = defineStatement("dataset/load-datasets", {
  mode: "read",
  params: z.object({ keys }),
  row: datasetRow,
});

const datasetFilter = { prefix: z.string(), nameContains: z.string().nullable() };

export const listDatasetRows = defineStatement("dataset/list-datasets", {
  mode: "read",
  params: z.object({ ...datasetFilter, ...keyPageShape }),
  row: datasetRow,
});

export const countDatasetRows = defineStatement("dataset/count-datasets", {
  mode: "read",
  params: z.object(datasetFilter),
  row: z.object({ count: z.number() }),
});

export const saveNameForms = defineStatement("dataset/save-name-forms", {
  mode: "write",
  params: z.object({ rows: z.array(z.object({ key: z.string(), nameForm: z.string() })) }),
  row: z.object({}),
});

/** The columns that every statement that loads snapshots returns. */
export const snapshotRow = z.object({
  key: z.string(),
  recordedAt: z.number(),
  isStub: z.boolean(),
  version: z.string(),
  digest: z.string().nullable(),
  uri: z.string().nullable(),
  sizeBytes: z.number().nullable(),
  rowCount: z.number().nullable(),
  createdAt: z.number().nullable(),
  datasetKey: z.string(),
  producedByKey: z.string().nullable(),
  derivedFromKeys: keys,
  emittedByKeys: keys,
  isFolder: z.boolean(),
  memberCount: z.number().nullable(),
});
export type SnapshotRow = Readonly<z.infer<typeof snapshotRow>>;

export const loadSnapshotRows = defineStatement("dataset/load-snapshots", {
  mode: "read",
  params: z.object({ keys }),
  row: snapshotRow,
});

export const findByOtherNames = defineStatement("dataset/find-by-other-names", {
  mode: "read",
  params: z.object({
    rows: z.array(z.object({ key: z.string(), datasetKey: z.string() })),
    asOf: z.number().nullable(),
  }),
  row: z.object({ asked: z.string(), key: z.string() }),
});

export const pageSnapshotRows = defineStatement("dataset/page-snapshots", {
  mode: "read",
  params: z.object({ datasetKeys: keys, ...timePageShape }),
  row: snapshotRow.extend({ owner: z.string(), at: z.number() }),
});

export const sumSnapshotSizes = defineStatement("dataset/sum-snapshot-sizes", {
  mode: "read",
  params: z.object({ datasetKeys: keys }),
  row: z.object({ owner: z.string(), bytes: z.number() }),
});

export const countSnapshotRows = defineStatement("dataset/count-snapshots", {
  mode: "read",
  params: z.object({ datasetKeys: keys }),
  row: z.object({ owner: z.string(), count: z.number() }),
});
