import { z } from "zod";
import { defineStatement } from "./statement.js";

export const lockLedger = defineStatement("ledger/lock-ledger", {
  mode: "write",
  params: z.object({ requestKeys: z.array(z.string()) }),
  row: z.object({
    sequence: z.number(),
    at: z.number(),
    hash: z.string(),
    now: z.number(),
    requestKey: z.string().nullable(),
    bodyDigest: z.string().nullable(),
    result: z.string().nullable(),
    entrySequence: z.number().nullable(),
  }),
});

/** The columns of an entry, including its hashes. */
export const entryRow = z.object({
  sequence: z.number(),
  at: z.number(),
  by: z.string(),
  action: z.string(),
  targets: z.array(z.string()),
  detail: z.string(),
  previousHash: z.string(),
  hash: z.string(),
});

export const appendEntries = defineStatement("ledger/append-entries", {
  mode: "write",
  params: z.object({
    entries: z.array(entryRow.extend({ requestKey: z.string(), bodyDigest: z.string(), result: z.string() })),
    sequence: z.number(),
    at: z.number(),
    hash: z.string(),
  }),
  row: z.object({}),
});

export const listEntries = defineStatement("ledger/list-entries", {
  mode: "read",
  params: z.object({ after: z.number().int(), limit: z.number().int() }),
  row: entryRow,
});

export const readHead = defineStatement("ledger/read-head", {
  mode: "read",
  params: z.object({}),
  row: z.object({ at: z.number() }),
});

export const findRequests = defineStatement("ledger/find-requests", {
  mode: "read",
  params: z.object({ requestKeys: z.array(z.string()) }),
  row: z.object({ requestKey: z.string() }),
});
