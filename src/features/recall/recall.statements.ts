import { z } from "zod";
import { timePageShape } from "../../core/api/time-page.js";
import { defineStatement } from "../../core/graph/statement.js";

export const recallStates = ["OPEN", "CLOSED"] as const;

const text = z.string();
const texts = z.array(text);
const number = z.number();
const ids = z.object({ ids: texts });

/** Datasets and packages that a recall watches; packageSpecifiers is parallel to packageNames, '' for any version. */
const watches = { datasetKeys: texts, packageNames: texts, packageSpecifiers: texts };
export type Watches = Readonly<z.infer<z.ZodObject<typeof watches>>>;

const recallRow = z.object({
  id: text,
  state: z.enum(recallStates),
  by: text,
  reason: text,
  openedAt: number,
  closedAt: number.nullable(),
  ...watches,
});
export type RecallRow = Readonly<z.infer<typeof recallRow>>;

export const loadRecallRows = defineStatement("recall/load-recalls", { mode: "read", params: ids, row: recallRow });
export const findReaching = defineStatement("recall/find-reaching", {
  mode: "read",
  params: z.object({ keys: texts }),
  row: recallRow.extend({ owner: text }),
});

const states = { states: texts };
export const listRecallRows = defineStatement("recall/list-recalls", {
  mode: "read",
  params: z.object({ ...states, ...timePageShape }),
  row: recallRow.extend({ at: number }),
});
export const countRecallRows = defineStatement("recall/count-recalls", {
  mode: "read",
  params: z.object(states),
  row: z.object({ count: number }),
});

export const loadTargets = defineStatement("recall/load-targets", {
  mode: "read",
  params: ids,
  row: z.object({ owner: text, key: text, title: text.nullable(), recordedAt: number, isStub: z.boolean() }),
});

const taskRow = z.object({
  owner: text,
  deployment: text,
  isServing: z.boolean(),
  resolvedAt: number.nullable(),
  resolution: text.nullable(),
  resolvedBy: text.nullable(),
});
export type TaskRow = Readonly<z.infer<typeof taskRow>>;

export const loadTasks = defineStatement("recall/load-tasks", {
  mode: "read",
  params: ids.extend({ at: number }),
  row: taskRow,
});

const target = z.object({ key: text, isWatched: z.boolean() });
const stamp = { recordedAt: number, sequence: number };
const nothing = z.object({});
export const saveRecall = defineStatement("recall/save-recall", {
  mode: "write",
  params: z.object({ id: text, by: text, reason: text, targets: z.array(target), ...watches, ...stamp }),
  row: nothing,
});
export const saveResolution = defineStatement("recall/resolve-task", {
  mode: "write",
  params: z.object({ id: text, deployment: text, by: text, resolution: text, ...stamp }),
  row: nothing,
});
export const closeRecallStatement = defineStatement("recall/close-recall", {
  mode: "write",
  params: z.object({ id: text, recordedAt: number }),
  row: nothing,
});

export const loadWatches = defineStatement("recall/load-watches", {
  mode: "read",
  params: nothing,
  row: z.object({ id: text, ...watches }),
});
export const widenRecallRows = defineStatement("recall/widen-recalls", {
  mode: "write",
  params: z.object({ rows: z.array(z.object({ id: text, key: text })), recordedAt: number }),
  row: nothing,
});
export const narrowRecallRows = defineStatement("recall/narrow-recalls", {
  mode: "write",
  params: z.object({ one: text, other: text, recordedAt: number }),
  row: nothing,
});
