import { z } from "zod";
import { defineStatement } from "../graph/statement.js";

const text = z.string().nullable();
const number = z.number().nullable();

const impactRow = z.object({
  part: z.enum(["ROOT", "COUNT", "PRODUCTION", "AFFECTED"]),
  severity: number, kind: text, count: number,
  key: text, title: text, recordedAt: number, depth: number, isStub: z.boolean(),
  deployment: text, deploymentTitle: text, endpoint: text, stage: text,
  trafficPercent: number, validFrom: number, validTo: number, endReason: text,
});
export type ImpactRow = Readonly<z.infer<typeof impactRow>>;

export const impactStatement = defineStatement("impact/impact", {
  mode: "read",
  params: z.object({
    roots: z.array(z.string()), asOf: number, at: z.number(), budget: z.number().int(),
    minSeverity: number, kinds: z.array(z.string()).nullable(),
    afterSeverity: number, afterDepth: number, afterKey: text, limit: z.number().int(),
  }),
  row: impactRow,
});
