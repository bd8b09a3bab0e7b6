import type DataLoader from "dataloader";
import type { Loaders } from "../../core/api/context.js";
import type { ContainerNode, NodeSource } from "../../core/api/node/node.loaders.js";
import type { LineageNode } from "../../core/api/node/node.type.js";
import { createCountLoader, createListLoader } from "../../core/api/relation-loaders.js";
import { type TimePageLoader, createTimePageLoader } from "../../core/api/time-page.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { presentOf } from "../../core/graph/moment.js";
import { toModelVersion } from "../model/model.repository.js";
import type { ModelVersion } from "../model/model-version.type.js";
import {
  type ServingDeployment,
  loadDeployments,
  loadEndpoints,
  loadServing,
  toDeploymentAt,
} from "./deployment.repository.js";
import {
  countDeploymentRows,
  countHistoryRows,
  loadProductionVersionRows,
  pageDeploymentRows,
  pageHistoryRows,
} from "./deployment.statements.js";
import type { Deployment } from "./deployment.type.js";

declare module "../../core/api/context.js" {
  interface Loaders {
    /** Deployments of endpoints, newest first. */
    readonly historyPage: TimePageLoader<Deployment>;
    readonly historyCount: DataLoader<string, number>;
    /** Deployments of model versions, newest first. */
    readonly deploymentPage: TimePageLoader<Deployment>;
    readonly deploymentCount: DataLoader<string, number>;
    /** Deployments that currently serve at an endpoint, newest first. */
    readonly serving: DataLoader<string, readonly ServingDeployment[]>;
    /** Versions of a model that currently serve production. */
    readonly productionVersions: DataLoader<string, readonly (ModelVersion & { readonly owner: string })[]>;
  }
}

/** The sources of deployments and endpoints for the shared loaders. */
export const deploymentSource: NodeSource<LineageNode> = { kind: "deployment", load: loadDeployments };
export const endpointSource: NodeSource<ContainerNode> = { kind: "endpoint", load: loadEndpoints };

/** Loaders of one request: deployments by endpoint and by model version. */
export function createDeploymentLoaders(graph: GraphReader) {
  const toDeployment = toDeploymentAt(presentOf(graph));
  return {
    historyPage: createTimePageLoader(
      (endpointKeys, page) => graph.read(pageHistoryRows, { endpointKeys, ...page }),
      toDeployment,
    ),
    historyCount: createCountLoader((endpointKeys) =>
      graph.read(countHistoryRows, { endpointKeys: [...endpointKeys] }),
    ),
    deploymentPage: createTimePageLoader(
      (versionKeys, page) => graph.read(pageDeploymentRows, { versionKeys, ...page }),
      toDeployment,
    ),
    deploymentCount: createCountLoader((versionKeys) =>
      graph.read(countDeploymentRows, { versionKeys: [...versionKeys] }),
    ),
    serving: createListLoader((endpointKeys) => loadServing(graph, endpointKeys)),
    productionVersions: createListLoader((modelKeys) => loadProductionVersions(graph, modelKeys)),
  } satisfies Partial<Loaders>;
}

async function loadProductionVersions(
  graph: GraphReader,
  modelKeys: readonly string[],
): Promise<(ModelVersion & { owner: string })[]> {
  const rows = await graph.read(loadProductionVersionRows, { modelKeys: [...modelKeys], at: presentOf(graph) });
  return rows.map((row) => ({ ...toModelVersion(row), owner: row.owner }));
}

/** The deployment with this key, or null. */
export async function loadDeployment({ lineageNode }: Loaders, key: string): Promise<Deployment | null> {
  const node = await lineageNode.load(key);
  return node && isDeployment(node) ? node : null;
}

function isDeployment(node: LineageNode): node is Deployment {
  return node.kind === "DEPLOYMENT";
}
