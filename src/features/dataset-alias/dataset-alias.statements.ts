import { z } from "zod";
import { defineStatement } from "../../core/graph/statement.js";

const named = z.object({ key: z.string(), namespace: z.string(), name: z.string(), nameForm: z.string() });

export const saveAlias = defineStatement("dataset-alias/save-alias", {
  mode: "write",
  params: z.object({ dataset: named, alias: named, recordedAt: z.number(), sequence: z.number() }),
  row: z.object({ key: z.string(), datasetKey: z.string() }),
});

const similarRow = z.object({ dataset: z.string(), similar: z.string(), snapshots: z.number() });
/** A dataset, and another one that may be the same. */
export type SimilarRow = Readonly<z.infer<typeof similarRow>>;

export const findSimilar = defineStatement("dataset-alias/find-similar", {
  mode: "read",
  params: z.object({ keys: z.array(z.string()), datasetKeys: z.array(z.string()), limit: z.number().int() }),
  row: similarRow,
});
