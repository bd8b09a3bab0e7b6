import { z } from "zod";
import { defineStatement } from "../../core/graph/statement.js";

export const searchNodes = defineStatement("search/search", {
  mode: "read",
  params: z.object({
    query: z.string(),
    kinds: z.array(z.string()).nullable(),
    afterScore: z.number().nullable(),
    afterKey: z.string().nullable(),
    limit: z.number().int(),
    most: z.number().int(),
  }),
  row: z.object({
    key: z.string(),
    title: z.string().nullable(),
    recordedAt: z.number(),
    isStub: z.boolean(),
    score: z.number(),
    total: z.number(),
  }),
});
