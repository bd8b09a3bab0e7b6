import { z } from "zod";
import { timePageShape } from "../../core/api/time-page.js";
import { deploymentStages } from "../../catalog/deployment/deployment.shape.js";
import { deploymentRow } from "../../catalog/deployment/deployment.statements.js";
import { defineStatement } from "../../core/graph/statement.js";
import { releaseStates } from "./release-state.js";

const text = z.string().nullable();
const texts = z.array(z.string());
const state = z.enum(releaseStates);

const releaseRow = z.object({
  id: z.string(),
  state,
  modelVersionKey: z.string(),
  endpointKey: z.string(),
  trafficPercent: z.number(),
  note: text,
  proposedBy: z.string(),
  recordedAt: z.number(),
  closedAt: z.number().nullable(),
  closedBy: text,
  closeReason: text,
  override: z.boolean(),
  checks: z.string(),
  reviews: z.string(),
  policy: z.string(),
  deploymentKey: text,
});
export type ReleaseRow = Readonly<z.infer<typeof releaseRow>>;

export const loadPolicyRows = defineStatement("release/load-policies", {
  mode: "read",
  params: z.object({ endpointKeys: texts }),
  row: z.object({ owner: z.string(), stage: z.enum(deploymentStages), policy: text }),
});

export const createRelease = defineStatement("release/create-release", {
  mode: "write",
  params: z.object({
    id: z.string(),
    modelVersionKey: z.string(),
    endpointKey: z.string(),
    state,
    trafficPercent: z.number(),
    note: text,
    by: z.string(),
    checks: z.string(),
    policy: z.string(),
    recordedAt: z.number(),
    sequence: z.number(),
  }),
  row: z.object({}),
});

export const saveRelease = defineStatement("release/save-release", {
  mode: "write",
  params: z.object({
    id: z.string(),
    state,
    reviews: z.string(),
    checks: z.string(),
    policy: z.string(),
    closedAt: z.number().nullable(),
    closedBy: text,
    closeReason: text,
    override: z.boolean(),
    recordedAt: z.number(),
  }),
  row: z.object({}),
});

export const saveBacking = defineStatement("release/save-backing", {
  mode: "write",
  params: z.object({ id: z.string(), deploymentKey: z.string() }),
  row: z.object({}),
});

export const loadReleaseRows = defineStatement("release/load-releases", {
  mode: "read",
  params: z.object({ ids: texts }),
  row: releaseRow,
});

export const loadBackingRows = defineStatement("release/load-backing", {
  mode: "read",
  params: z.object({ deploymentKeys: texts }),
  row: releaseRow.extend({ owner: z.string() }),
});

const filter = { states: z.array(state), endpointKey: text };

export const listReleaseRows = defineStatement("release/list-releases", {
  mode: "read",
  params: z.object({ ...filter, ...timePageShape }),
  row: releaseRow,
});
export const countReleaseRows = defineStatement("release/count-releases", {
  mode: "read",
  params: z.object(filter),
  row: z.object({ count: z.number() }),
});

const backedFilter = {
  prefix: z.string(),
  stage: z.enum(deploymentStages).nullable(),
  now: z.number(),
  isServing: z.boolean().nullable(),
  hasRelease: z.boolean().nullable(),
};

export const listBackedRows = defineStatement("release/list-backed", {
  mode: "read",
  params: z.object({ ...backedFilter, ...timePageShape }),
  row: deploymentRow.extend({ at: z.number() }),
});
export const countBackedRows = defineStatement("release/count-backed", {
  mode: "read",
  params: z.object(backedFilter),
  row: z.object({ count: z.number() }),
});

const upstreamProblems = z.object({
  owner: z.string(),
  tombstonedCount: z.number(),
  tombstoned: texts,
  recalledCount: z.number(),
  recalled: texts,
});
/** Deleted and recalled nodes upstream of a model version: their number, and the first of their keys. */
export type UpstreamProblems = Readonly<z.infer<typeof upstreamProblems>>;

export const findUpstreamProblems = defineStatement("release/upstream-problems", {
  mode: "read",
  params: z.object({ versionKeys: texts }),
  row: upstreamProblems,
});
