import { z } from "zod";
import { defineStatement } from "../../core/graph/statement.js";

const text = z.string().nullable();
const number = z.number().nullable();

const impactRow = z.object({
  part: z.enum(["ROOT", "COUNT", "PRODUCTION", "AFFECTED", "MEMBER"]),
  severity: number,
  kind: text,
  count: number,
  key: text,
  title: text,
  recordedAt: number,
  depth: number,
  isStub: z.boolean(),
  isTombstoned: z.boolean().nullish(),
  unrecorded: z.array(z.string()),
  uses: z.array(z.string()).nullable(),
  deployment: text,
  deploymentTitle: text,
  endpoint: text,
  stage: text,
  trafficPercent: number,
  validFrom: number,
  validTo: number,
});
export type ImpactRow = Readonly<z.infer<typeof impactRow>>;

const impactParams = z.object({
  roots: z.array(z.string()),
  asOf: number,
  at: z.number(),
  budget: z.number().int(),
  minDepth: z.number().int(),
  minSeverity: number,
  kinds: z.array(z.string()).nullable(),
  isBackward: z.boolean(),
  positionSeverity: number,
  positionDepth: number,
  positionKey: text,
  limit: z.number().int(),
  hasMembers: z.boolean(),
});
export type ImpactParams = z.infer<typeof impactParams>;

export const findBlindSpots = defineStatement("impact/find-blind-spots", {
  mode: "read",
  params: z.object({ asOf: number, at: z.number(), limit: z.number().int() }),
  row: z.object({ count: z.number(), keys: z.array(z.string()) }),
});

const impactShape = { mode: "read", params: impactParams, row: impactRow } as const;

/** The statements that answer questions about impact, by what they traverse. */
export const impactStatements = {
  /** Everything downstream. */
  FLOW: defineStatement("impact/impact", impactShape),
  /** Also what depends on the same content in other namespaces. */
  FLOW_AND_COPIES: defineStatement("impact/impact-with-copies", impactShape),
  /** What the deletion of the roots affects: the same content at another place remains. */
  DELETION: defineStatement("deletion/plan", impactShape),
};
export type ImpactScope = keyof typeof impactStatements;
