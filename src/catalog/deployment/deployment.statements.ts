import { z } from "zod";
import { keyPageShape } from "../../core/api/key-page.js";
import { timePageShape } from "../../core/api/time-page.js";
import { defineStatement } from "../../core/graph/statement.js";
import { modelVersionRow } from "../model/model.statements.js";
import { deploymentEndReasons, deploymentStages } from "./deployment.shape.js";

const keys = z.array(z.string());
const stage = z.enum(deploymentStages);
const owner = z.string();

const endpointRow = z.object({ key: z.string(), stage });
export type EndpointRow = Readonly<z.infer<typeof endpointRow>>;

export const loadEndpointRows = defineStatement("deployment/load-endpoint-nodes", {
  mode: "read",
  params: z.object({ keys }),
  row: endpointRow,
});

const endpointFilter = { prefix: z.string(), name: z.string().nullable(), stage: stage.nullable() };

export const listEndpointRows = defineStatement("deployment/list-endpoints", {
  mode: "read",
  params: z.object({ ...endpointFilter, ...keyPageShape }),
  row: endpointRow,
});

export const countEndpointRows = defineStatement("deployment/count-endpoints", {
  mode: "read",
  params: z.object(endpointFilter),
  row: z.object({ count: z.number() }),
});

/** The columns of every statement that loads deployments. */
export const deploymentRow = z.object({
  key: z.string(),
  title: z.string().nullable(),
  recordedAt: z.number(),
  isStub: z.boolean(),
  endpointKey: z.string(),
  modelVersionKey: z.string(),
  stage,
  validFrom: z.number(),
  validTo: z.number().nullable(),
  endReason: z.enum(deploymentEndReasons).nullable(),
  trafficPercent: z.number(),
  by: z.string().nullable(),
  codeCommitKey: z.string().nullable(),
  environmentKey: z.string().nullable(),
});
export type DeploymentRow = Readonly<z.infer<typeof deploymentRow>>;

export const loadDeploymentRows = defineStatement("deployment/load-deployments", {
  mode: "read",
  params: z.object({ keys }),
  row: deploymentRow,
});

const deploymentPageRow = deploymentRow.extend({ owner, at: z.number() });
const countRow = z.object({ owner, count: z.number() });

export const pageHistoryRows = defineStatement("deployment/page-history", {
  mode: "read",
  params: z.object({ endpointKeys: keys, ...timePageShape }),
  row: deploymentPageRow,
});

export const countHistoryRows = defineStatement("deployment/count-history", {
  mode: "read",
  params: z.object({ endpointKeys: keys }),
  row: countRow,
});

export const pageDeploymentRows = defineStatement("deployment/page-deployments", {
  mode: "read",
  params: z.object({ versionKeys: keys, ...timePageShape }),
  row: deploymentPageRow,
});

export const countDeploymentRows = defineStatement("deployment/count-deployments", {
  mode: "read",
  params: z.object({ versionKeys: keys }),
  row: countRow,
});

export const loadServingRows = defineStatement("deployment/load-serving", {
  mode: "read",
  params: z.object({ endpointKeys: keys, at: z.number() }),
  row: deploymentRow.extend({ owner }),
});

export const loadProductionVersionRows = defineStatement("deployment/load-production-versions", {
  mode: "read",
  params: z.object({ modelKeys: keys, at: z.number() }),
  row: modelVersionRow.extend({ owner }),
});
