import { z } from "zod";
import { defineStatement } from "../../core/graph/statement.js";

const keys = z.array(z.string());

const tombstoneRow = z.object({
  key: z.string(),
  at: z.number(),
  by: z.string(),
  reason: z.string(),
  override: z.boolean(),
});
export type TombstoneRow = Readonly<z.infer<typeof tombstoneRow>>;

export const loadTombstones = defineStatement("deletion/load-tombstones", {
  mode: "read",
  params: z.object({ keys, asOf: z.number().nullable() }),
  row: tombstoneRow,
});

export const listFilesInside = defineStatement("deletion/list-files-inside", {
  mode: "read",
  params: z.object({ folders: keys }),
  row: z.object({ key: z.string() }),
});

export const listFilesOfTombstones = defineStatement("deletion/list-files-of-tombstones", {
  mode: "read",
  params: z.object({ folders: keys }),
  row: z.object({ key: z.string() }),
});

export const saveTombstones = defineStatement("deletion/save-tombstones", {
  mode: "write",
  params: z.object({
    keys,
    recordedAt: z.number(),
    by: z.string(),
    reason: z.string(),
    override: z.boolean(),
    sequence: z.number(),
  }),
  row: z.object({}),
});

const aliasRow = z.object({ modelKey: z.string(), alias: z.string(), versionKey: z.string() });
/** A current alias of a model version. */
export type AliasRow = Readonly<z.infer<typeof aliasRow>>;

export const loadAliases = defineStatement("deletion/load-aliases", {
  mode: "read",
  params: z.object({ keys }),
  row: aliasRow,
});

export const endAliases = defineStatement("deletion/end-aliases", {
  mode: "write",
  params: z.object({ keys, recordedAt: z.number(), sequence: z.number() }),
  row: z.object({}),
});

export const restoreNodes = defineStatement("deletion/restore-nodes", {
  mode: "write",
  params: z.object({ keys, recordedAt: z.number() }),
  row: z.object({}),
});

export const listCandidates = defineStatement("deletion/list-candidates", {
  mode: "read",
  params: z.object({
    at: z.number(),
    prefix: z.string(),
    recordedBefore: z.number().nullable(),
    afterSize: z.number().nullable(),
    afterKey: z.string().nullable(),
    isBackward: z.boolean(),
    limit: z.number().int(),
  }),
  row: z.object({
    total: z.number(),
    totalBytes: z.number(),
    key: z.string().nullable(),
    recordedAt: z.number().nullable(),
    size: z.number().nullable(),
  }),
});
