import { z } from "zod";
import { flowKinds } from "../../core/facts/draft.js";
import { defineStatement } from "../../core/graph/statement.js";

const stamp = { recordedAt: z.number(), sequence: z.number() };
const ends = { upstream: z.string(), downstream: z.string() };

export const retractEdges = defineStatement("retraction/retract-edges", {
  mode: "write",
  params: z.object({
    ...stamp,
    edges: z.array(z.object({ ...ends, kind: z.string(), role: z.string().nullable() })),
  }),
  row: z.object({ ...ends, kind: z.enum(flowKinds), role: z.string() }),
});

export const retractNodes = defineStatement("retraction/retract-nodes", {
  mode: "write",
  params: z.object({ ...stamp, keys: z.array(z.string()) }),
  row: z.object({ key: z.string(), contentKey: z.string().nullable(), contentDigest: z.string().nullable() }),
});

export const findContent = defineStatement("retraction/find-content", {
  mode: "read",
  params: z.object({ contents: z.array(z.object({ contentKey: z.string(), contentDigest: z.string() })) }),
  row: z.object({ key: z.string(), contentKey: z.string(), contentDigest: z.string(), sequence: z.number() }),
});

export const retractAlias = defineStatement("retraction/retract-alias", {
  mode: "write",
  params: z.object({ ...stamp, one: z.string(), other: z.string() }),
  row: z.object(ends),
});
