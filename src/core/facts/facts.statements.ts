import { z } from "zod";
import { defineStatement } from "../graph/statement.js";
import { type FieldValue, type ReportedFlowKind, reportedFlowKinds } from "./draft.js";

const edge = z.object({ upstream: z.string(), downstream: z.string(), role: z.string() });

export const loadEdges = defineStatement("facts/load-edges", {
  mode: "read",
  params: z.object({ edges: z.array(edge.extend({ kind: z.string() })) }),
  row: edge.extend({ kind: z.enum(reportedFlowKinds), isRetracted: z.boolean() }),
});

const saveEdges = (name: string) =>
  defineStatement(`facts/${name}`, {
    mode: "write",
    params: z.object({ recordedAt: z.number(), edges: z.array(edge.extend({ sequence: z.number() })) }),
    row: z.object({}),
  });

/** One statement per relationship type, because the text of statements is constant. */
export const saveEdgesOf: Readonly<Record<ReportedFlowKind, ReturnType<typeof saveEdges>>> = {
  USED_BY: saveEdges("save-used-by"),
  PRODUCED: saveEdges("save-produced"),
  DERIVED_INTO: saveEdges("save-derived-into"),
  DEPLOYED_AS: saveEdges("save-deployed-as"),
  EMITTED: saveEdges("save-emitted"),
};

export const loadAliases = defineStatement("facts/load-aliases", {
  mode: "read",
  params: z.object({ pointers: z.array(z.object({ owner: z.string(), name: z.string() })) }),
  row: z.object({ owner: z.string(), name: z.string(), to: z.string().nullable(), observedAt: z.number() }),
});

export const saveAliases = defineStatement("facts/save-aliases", {
  mode: "write",
  params: z.object({
    recordedAt: z.number(),
    pointers: z.array(
      z.object({
        owner: z.string(),
        namespace: z.string(),
        model: z.string(),
        name: z.string(),
        to: z.string().nullable(),
        isMoved: z.boolean(),
        observedAt: z.number(),
        sequence: z.number(),
      }),
    ),
  }),
  row: z.object({}),
});

/** The value of a property. Metrics may be NaN or infinite, which zod's number rejects. */
const fieldValue = z.custom<FieldValue>(
  (value) => ["string", "number", "boolean"].includes(typeof value) || Array.isArray(value),
);
const knownNode = z.object({ key: z.string(), fields: z.record(z.string(), fieldValue) });
const keys = z.object({ keys: z.array(z.string()) });

/** Loads lineage nodes of any kind. */
export const loadNodes = defineStatement("facts/load-nodes", { mode: "read", params: keys, row: knownNode });
export const loadEndpoints = defineStatement("facts/load-endpoints", { mode: "read", params: keys, row: knownNode });

const nodeRow = z.object({
  key: z.string(),
  isNew: z.boolean(),
  sequence: z.number(),
  fields: z.record(z.string(), fieldValue.nullish()),
});

/** Declares the save statement of a kind. All of them take the same rows. */
export const defineSave = (name: string) =>
  defineStatement(name, {
    mode: "write",
    params: z.object({ recordedAt: z.number(), rows: z.array(nodeRow) }),
    row: z.object({}),
  });
