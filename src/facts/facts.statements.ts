import { z } from "zod";
import { defineStatement } from "../graph/statement.js";
import type { FlowKind } from "./draft.js";

const edge = z.object({ upstream: z.string(), downstream: z.string(), role: z.string() });

export const loadEdges = defineStatement("facts/load-edges", {
  mode: "read",
  params: z.object({ edges: z.array(edge.extend({ kind: z.string() })) }),
  row: edge.extend({ kind: z.enum(["USED_BY", "PRODUCED", "DERIVED_INTO", "DEPLOYED_AS", "EMITTED"]) }),
});

const saveEdges = (name: string) =>
  defineStatement(`facts/${name}`, {
    mode: "write",
    params: z.object({ recordedAt: z.number(), edges: z.array(edge.extend({ sequence: z.number() })) }),
    row: z.object({}),
  });

/** One statement a relationship type, since Cypher text is constant. */
export const saveEdgesOf: Readonly<Record<FlowKind, ReturnType<typeof saveEdges>>> = {
  USED_BY: saveEdges("save-used-by"),
  PRODUCED: saveEdges("save-produced"),
  DERIVED_INTO: saveEdges("save-derived-into"),
  DEPLOYED_AS: saveEdges("save-deployed-as"),
  EMITTED: saveEdges("save-emitted"),
};

export const loadAliases = defineStatement("facts/load-aliases", {
  mode: "read",
  params: z.object({ pointers: z.array(z.object({ owner: z.string(), name: z.string() })) }),
  row: z.object({ owner: z.string(), name: z.string(), to: z.string() }),
});

export const saveAliases = defineStatement("facts/save-aliases", {
  mode: "write",
  params: z.object({
    recordedAt: z.number(),
    pointers: z.array(z.object({ owner: z.string(), name: z.string(), to: z.string().nullable(), sequence: z.number() })),
  }),
  row: z.object({}),
});
