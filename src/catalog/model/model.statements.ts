import { z } from "zod";
import { keyPageShape } from "../../core/api/key-page.js";
import { timePageShape } from "../../core/api/time-page.js";
import { defineStatement } from "../../core/graph/statement.js";
import { modelOrigins } from "./model.shape.js";

const keys = z.array(z.string());

const modelRow = z.object({ key: z.string() });

export const loadModelRows = defineStatement("model/load-models", {
  mode: "read",
  params: z.object({ keys }),
  row: modelRow,
});

const modelFilter = { prefix: z.string(), nameContains: z.string().nullable() };

export const listModelRows = defineStatement("model/list-models", {
  mode: "read",
  params: z.object({ ...modelFilter, ...keyPageShape }),
  row: modelRow,
});

export const countModelRows = defineStatement("model/count-models", {
  mode: "read",
  params: z.object(modelFilter),
  row: z.object({ count: z.number() }),
});

/** The columns that every statement that loads model versions returns. */
export const modelVersionRow = z.object({
  key: z.string(),
  recordedAt: z.number(),
  isStub: z.boolean(),
  version: z.string(),
  modelKey: z.string(),
  artifactUri: z.string().nullable(),
  artifactDigest: z.string().nullable(),
  artifactSizeBytes: z.number().nullable(),
  createdAt: z.number().nullable(),
  origin: z.enum(modelOrigins),
  aliases: z.array(z.string()),
  producedByKey: z.string().nullable(),
  derivedFromKeys: keys,
});
export type ModelVersionRow = Readonly<z.infer<typeof modelVersionRow>>;

export const loadVersionRows = defineStatement("model/load-model-versions", {
  mode: "read",
  params: z.object({ keys }),
  row: modelVersionRow,
});

export const pageVersionRows = defineStatement("model/page-model-versions", {
  mode: "read",
  params: z.object({ modelKeys: keys, ...timePageShape }),
  row: modelVersionRow.extend({ owner: z.string(), at: z.number() }),
});

export const countVersionRows = defineStatement("model/count-model-versions", {
  mode: "read",
  params: z.object({ modelKeys: keys }),
  row: z.object({ owner: z.string(), count: z.number() }),
});

const aliasOf = { modelKey: z.string(), alias: z.string() };

export const findAliasedRows = defineStatement("model/find-aliased", {
  mode: "read",
  params: z.object({ wanted: z.array(z.object(aliasOf)), asOf: z.number().nullable() }),
  row: z.object({ ...aliasOf, key: z.string() }),
});
