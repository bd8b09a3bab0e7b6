import { z } from "zod";
import { deploymentEndReasons } from "../../catalog/deployment/deployment.shape.js";
import { defineStatement } from "../../core/graph/statement.js";

const deploymentRow = z.object({
  key: z.string(),
  modelVersionKey: z.string(),
  title: z.string().nullable(),
  validFrom: z.number(),
  validTo: z.number().nullable(),
  endReason: z.enum(deploymentEndReasons).nullable(),
  trafficPercent: z.number(),
  isStub: z.boolean(),
  serves: z.boolean(),
  isBeside: z.boolean(),
  isEligible: z.boolean(),
  rejectedAt: z.number().nullable(),
  isTombstoned: z.boolean(),
  isVersionTombstoned: z.boolean(),
});
export type EndpointDeployment = Readonly<z.infer<typeof deploymentRow>>;

export const loadEndpointDeployments = defineStatement("rollback/load-deployments", {
  mode: "read",
  params: z.object({ endpointKey: z.string(), at: z.number().nullable() }),
  row: deploymentRow,
});
