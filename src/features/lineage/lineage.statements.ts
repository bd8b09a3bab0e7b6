import { z } from "zod";
import { flowKinds } from "../../core/facts/draft.js";
import { defineStatement } from "../../core/graph/statement.js";

const closureParams = z.object({
  roots: z.array(z.string()),
  asOf: z.number().nullable(),
  maxDepth: z.number().int().nullable(),
  budget: z.number().int(),
  kinds: z.array(z.string()).nullable(),
  afterDepth: z.number().int().nullable(),
  afterKey: z.string().nullable(),
  limit: z.number().int(),
});

const closureRow = z.object({
  key: z.string(),
  title: z.string().nullable(),
  recordedAt: z.number(),
  depth: z.number(),
  isStub: z.boolean(),
  reached: z.number(),
  beyondDepth: z.number(),
  snapshots: z.number(),
  commits: z.number(),
  environments: z.number(),
  runs: z.number(),
  modelVersions: z.number(),
  deployments: z.number(),
});
export type ClosureRow = Readonly<z.infer<typeof closureRow>>;

export const closureOf = {
  DOWNSTREAM: defineStatement("lineage/downstream", { mode: "read", params: closureParams, row: closureRow }),
  UPSTREAM: defineStatement("lineage/upstream", { mode: "read", params: closureParams, row: closureRow }),
};

const edgeRow = z.object({
  upstream: z.string(),
  downstream: z.string(),
  kind: z.enum(flowKinds),
  role: z.string(),
  inferred: z.boolean(),
  recordedAt: z.number(),
});
export type EdgeRow = Readonly<z.infer<typeof edgeRow>>;

export const edgesBetween = defineStatement("lineage/edges-between", {
  mode: "read",
  params: z.object({ keys: z.array(z.string()), asOf: z.number().nullable() }),
  row: edgeRow,
});

const upstreamEdgeRow = edgeRow.extend({
  upstreamTitle: z.string().nullable(),
  upstreamRecordedAt: z.number(),
  upstreamIsStub: z.boolean(),
  reached: z.number(),
});
export type UpstreamEdgeRow = Readonly<z.infer<typeof upstreamEdgeRow>>;

const upstreamParams = z.object({
  keys: z.array(z.string()),
  asOf: z.number().nullable(),
  budget: z.number().int(),
});

export const edgesUpstream = defineStatement("lineage/edges-upstream", {
  mode: "read",
  params: upstreamParams,
  row: upstreamEdgeRow,
});

const contentEdgeRow = upstreamEdgeRow.extend({ kind: z.enum([...flowKinds, "COPIED_AS", "CONTAINS"]) });
export type ContentEdgeRow = Readonly<z.infer<typeof contentEdgeRow>>;

export const contentEdgesUpstream = defineStatement("lineage/content-edges-upstream", {
  mode: "read",
  params: upstreamParams,
  row: contentEdgeRow,
});
