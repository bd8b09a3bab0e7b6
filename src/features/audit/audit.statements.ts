import { z } from "zod";
import { entryRow } from "../../core/graph/ledger.statements.js";
import { defineStatement } from "../../core/graph/statement.js";

const text = z.string().nullable();
const number = z.number().nullable();

const filter = { target: text, by: text, action: text, since: number, until: number };
/** Which entries of the ledger are asked for; null is all. Times in epoch milliseconds. */
export type EntryFilter = Readonly<z.infer<z.ZodObject<typeof filter>>>;

const page = z.object({ ...filter, position: number, limit: z.number().int() });

export const newestEntries = defineStatement("audit/newest-entries", { mode: "read", params: page, row: entryRow });
export const oldestEntries = defineStatement("audit/oldest-entries", { mode: "read", params: page, row: entryRow });
export const countEntries = defineStatement("audit/count-entries", {
  mode: "read",
  params: z.object(filter),
  row: z.object({ count: z.number() }),
});
export const loadEntries = defineStatement("audit/load-entries", {
  mode: "read",
  params: z.object({ sequences: z.array(z.number().int()) }),
  row: entryRow,
});
