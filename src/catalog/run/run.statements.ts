import { z } from "zod";
import { timePageShape } from "../../core/api/time-page.js";
import { snapshotRow } from "../dataset/dataset.statements.js";
import { defineStatement } from "../../core/graph/statement.js";
import { comparisons } from "../../core/shared/comparison.js";
import { runStatuses } from "./run.shape.js";

/** Times by which runs can be ordered. */
export const runOrderFields = ["STARTED_AT", "ENDED_AT", "RECORDED_AT"] as const;

const keys = z.array(z.string());
const texts = keys;
const owner = z.string();

const runRow = z.object({
  key: z.string(),
  title: z.string().nullable(),
  recordedAt: z.number(),
  isStub: z.boolean(),
  experiment: z.string().nullable(),
  status: z.enum(runStatuses),
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  by: z.string().nullable(),
  command: z.string().nullable(),
  deletedAtSource: z.boolean(),
  parentKey: z.string().nullable(),
  codeCommitKey: z.string().nullable(),
  environmentKey: z.string().nullable(),
});
export type RunRow = Readonly<z.infer<typeof runRow>>;

export const loadRunRows = defineStatement("run/load-runs", { mode: "read", params: z.object({ keys }), row: runRow });

const measuresRow = z.object({
  owner,
  parameterNames: texts,
  parameterValues: texts,
  metricRecords: texts,
  tagRecords: texts,
});
export type MeasuresRow = Readonly<z.infer<typeof measuresRow>>;

export const loadMeasuresRows = defineStatement("run/load-measures", {
  mode: "read",
  params: z.object({ keys }),
  row: measuresRow,
});

const useRow = z.object({
  owner,
  role: z.string(),
  inferred: z.boolean(),
  key: z.string(),
  title: z.string().nullable(),
  recordedAt: z.number(),
  isStub: z.boolean(),
});
export type RunUseRow = Readonly<z.infer<typeof useRow>>;

export const loadInputRows = defineStatement("run/load-inputs", {
  mode: "read",
  params: z.object({ keys }),
  row: useRow,
});
export const loadOutputRows = defineStatement("run/load-outputs", {
  mode: "read",
  params: z.object({ keys }),
  row: useRow,
});

export const loadTrainingDataRows = defineStatement("run/load-training-data", {
  mode: "read",
  params: z.object({ versionKeys: keys }),
  row: snapshotRow.extend({ owner }),
});

const runPageRow = runRow.extend({ owner, at: z.number() });
const countRow = z.object({ owner, count: z.number() });

export const pageUserRows = defineStatement("run/page-users", {
  mode: "read",
  params: z.object({ snapshotKeys: keys, ...timePageShape }),
  row: runPageRow,
});
export const countUserRows = defineStatement("run/count-users", {
  mode: "read",
  params: z.object({ snapshotKeys: keys }),
  row: countRow,
});
export const pageStartedRows = defineStatement("run/page-started", {
  mode: "read",
  params: z.object({ runKeys: keys, ...timePageShape }),
  row: runPageRow,
});
export const countStartedRows = defineStatement("run/count-started", {
  mode: "read",
  params: z.object({ runKeys: keys }),
  row: countRow,
});

const filterShape = {
  prefix: z.string(),
  experiment: z.string().nullable(),
  statuses: z.array(z.enum(runStatuses)).nullable(),
  startedAfter: z.number().nullable(),
  startedBefore: z.number().nullable(),
  parameters: z.array(z.object({ name: z.string(), value: z.string() })),
  tags: texts,
  metrics: z.array(z.object({ name: z.string(), comparison: z.enum(comparisons), value: z.number() })),
};
export type RunFilterParams = z.infer<z.ZodObject<typeof filterShape>>;

export const countRunRows = defineStatement("run/count-runs", {
  mode: "read",
  params: z.object(filterShape),
  row: z.object({ count: z.number() }),
});

/** Metrics may be infinite, which zod's number rejects. */
const place = z.custom<number>((value) => typeof value === "number");

const listedRow = runRow.extend({ rank: z.number(), place });
export type ListedRunRow = Readonly<z.infer<typeof listedRow>>;

export const listRunRows = defineStatement("run/list-runs", {
  mode: "read",
  params: z.object({
    ...filterShape,
    orderField: z.enum(runOrderFields).nullable(),
    orderMetric: z.string().nullable(),
    isDescending: z.boolean(),
    afterRank: z.number().nullable(),
    afterPlace: place.nullable(),
    afterKey: z.string().nullable(),
    isBackward: z.boolean(),
    limit: z.number(),
  }),
  row: listedRow,
});
