import { z } from "zod";
import { defineStatement } from "../../core/graph/statement.js";

const commitRow = z.object({
  key: z.string(),
  recordedAt: z.number(),
  isStub: z.boolean(),
  sha: z.string(),
  dirty: z.boolean(),
  patchDigest: z.string().nullable(),
  message: z.string().nullable(),
  author: z.string().nullable(),
  committedAt: z.number().nullable(),
  branch: z.string().nullable(),
  tag: z.string().nullable(),
});

export const loadCommitRows = defineStatement("code/load-commits", {
  mode: "read",
  params: z.object({ keys: z.array(z.string()) }),
  row: commitRow,
});
