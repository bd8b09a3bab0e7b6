import { z } from "zod";
import { entryRow } from "../../core/graph/ledger.statements.js";
import { defineStatement } from "../../core/graph/statement.js";

const text = z.string().nullable();
const number = z.number().nullable();

const filter = { target: text, by: text, action: text, since: number, until: number };
/** A filter on the entries of the ledger; a null field matches every entry. Times are epoch milliseconds. */
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
