import { z } from "zod";
import { defineStatement } from "../../core/graph/statement.js";

const named = z.object({ key: z.string(), namespace: z.string(), name: z.string() });

export const saveAlias = defineStatement("dataset-alias/save-alias", {
  mode: "write",
  params: z.object({ dataset: named, alias: named, recordedAt: z.number(), sequence: z.number() }),
  row: z.object({ snapshots: z.array(z.string()) }),
});
