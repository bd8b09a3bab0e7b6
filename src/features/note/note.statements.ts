import { z } from "zod";
import { defineStatement } from "../../core/graph/statement.js";

const texts = z.array(z.string());
const noteRow = z.object({ owner: z.string(), id: z.string(), at: z.number(), by: z.string(), text: z.string() });
export type NoteRow = Readonly<z.infer<typeof noteRow>>;

export const loadNotesAbout = defineStatement("note/load-notes-about", {
  mode: "read",
  params: z.object({ keys: texts }),
  row: noteRow,
});
export const loadNotes = defineStatement("note/load-notes", {
  mode: "read",
  params: z.object({ ids: texts }),
  row: noteRow,
});

export const saveNote = defineStatement("note/save-note", {
  mode: "write",
  params: z.object({
    target: z.string(),
    id: z.string(),
    by: z.string(),
    text: z.string(),
    searchWords: z.string(),
    recordedAt: z.number(),
    sequence: z.number(),
  }),
  row: z.object({}),
});
