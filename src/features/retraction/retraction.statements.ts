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
  params: z.object({ ...stamp, keys: z.array(z.string()), by: z.string(), reason: z.string() }),
  row: z.object({
    key: z.string(),
    endpointKey: z.string().nullable(),
    contentKey: z.string().nullable(),
    contentDigest: z.string().nullable(),
    affected: z.array(z.string()),
  }),
});

export const forgetUpstream = defineStatement("retraction/forget-upstream", {
  mode: "write",
  params: z.object({ keys: z.array(z.string()), recordedAt: z.number() }),
  row: z.object({}),
});

const blockerRow = z.object({
  key: z.string(),
  deployments: z.array(z.string()),
  releases: z.array(z.string()),
  isDecided: z.boolean(),
});
/** Why a node cannot be retracted. */
export type BlockerRow = Readonly<z.infer<typeof blockerRow>>;

export const findBlockers = defineStatement("retraction/find-blockers", {
  mode: "read",
  params: z.object({ keys: z.array(z.string()) }),
  row: blockerRow,
});

export const findContent = defineStatement("retraction/find-content", {
  mode: "read",
  params: z.object({ contents: z.array(z.object({ contentKey: z.string(), contentDigest: z.string() })) }),
  row: z.object({ key: z.string(), contentKey: z.string(), contentDigest: z.string(), sequence: z.number() }),
});

/** What a file inherited from the maker of a folder. */
const inherited = z.object({ maker: z.string(), file: z.string() });
export type Inherited = z.infer<typeof inherited>;

export const listInherited = defineStatement("retraction/list-inherited", {
  mode: "read",
  params: z.object({ folders: z.array(z.object({ folder: z.string(), maker: z.string().nullable() })) }),
  row: inherited,
});

export const retractInherited = defineStatement("retraction/retract-inherited", {
  mode: "write",
  params: z.object({ ...stamp, inherited: z.array(inherited) }),
  row: z.object({ ...ends, kind: z.string(), role: z.string() }),
});

export const retractAlias = defineStatement("retraction/retract-alias", {
  mode: "write",
  params: z.object({ ...stamp, one: z.string(), other: z.string() }),
  row: z.object(ends),
});

export const listFoldersOfNames = defineStatement("retraction/list-folders-of-names", {
  mode: "read",
  params: z.object({ one: z.string(), other: z.string() }),
  row: z.object({ key: z.string(), sequence: z.number() }),
});

export const retractPartsOfNames = defineStatement("retraction/retract-parts-of-names", {
  mode: "write",
  params: z.object({ ...stamp, folders: z.array(z.string()) }),
  row: z.object({}),
});
