import { z } from "zod";
import type { FieldValue } from "../../core/facts/draft.js";
import { defineStatement } from "../../core/graph/statement.js";

const matchRow = z.object({
  key: z.string(),
  title: z.string().nullable(),
  recordedAt: z.number(),
  isStub: z.boolean(),
  score: z.number(),
  total: z.number(),
});
export type MatchRow = Readonly<z.infer<typeof matchRow>>;

export const searchNodes = defineStatement("search/search", {
  mode: "read",
  params: z.object({
    query: z.string(),
    noteQuery: z.string(),
    kinds: z.array(z.string()).nullable(),
    afterScore: z.number().nullable(),
    afterRecordedAt: z.number().nullable(),
    afterKey: z.string().nullable(),
    limit: z.number().int(),
    most: z.number().int(),
  }),
  row: matchRow,
});

const after = z.object({ after: z.string(), limit: z.number().int() });
/** Metrics may be NaN or infinite, which zod's number rejects. */
const fields = z.record(z.string(), z.custom<FieldValue | null>());

export const loadNodesAfter = defineStatement("search/load-nodes-after", {
  mode: "read",
  params: after,
  row: z.object({ key: z.string(), fields }),
});
export const saveSearchWords = defineStatement("search/save-search-words", {
  mode: "write",
  params: z.object({ rows: z.array(z.object({ key: z.string(), searchWords: z.string() })) }),
  row: z.object({}),
});
export const loadNotesAfter = defineStatement("search/load-notes-after", {
  mode: "read",
  params: after,
  row: z.object({ id: z.string(), text: z.string() }),
});
export const saveNoteSearchWords = defineStatement("search/save-note-search-words", {
  mode: "write",
  params: z.object({ rows: z.array(z.object({ id: z.string(), searchWords: z.string() })) }),
  row: z.object({}),
});
