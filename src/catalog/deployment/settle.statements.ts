import { z } from "zod";
import { defineStatement } from "../../core/graph/statement.js";

const settled = { validTo: z.number().nullable(), endReason: z.string().nullable(), trafficPercent: z.number() };

const historyRow = z.object({
  endpointKey: z.string(),
  key: z.string(),
  modelVersionKey: z.string(),
  isStub: z.boolean(),
  validFrom: z.number(),
  declaredValidTo: z.number().nullable(),
  declaredEndReason: z.string().nullable(),
  declaredTraffic: z.number().nullable(),
  ...settled,
  trafficPercent: z.number().nullable(),
});
/** A deployment of an endpoint, as declared and as settled. */
export type EndpointHistoryRow = Readonly<z.infer<typeof historyRow>>;

export const loadEndpointHistory = defineStatement("deployment/load-endpoint-history", {
  mode: "read",
  params: z.object({ endpointKeys: z.array(z.string()) }),
  row: historyRow,
});

export const settleDeployments = defineStatement("deployment/settle-deployments", {
  mode: "write",
  params: z.object({ recordedAt: z.number(), rows: z.array(z.object({ key: z.string(), ...settled })) }),
  row: z.object({}),
});
