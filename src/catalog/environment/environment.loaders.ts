import type DataLoader from "dataloader";
import type { Loaders } from "../../core/api/context.js";
import type { NodeSource } from "../../core/api/node/node.loaders.js";
import type { LineageNode } from "../../core/api/node/node.type.js";
import { createListLoader } from "../../core/api/relation-loaders.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { loadContents, loadEnvironments } from "./environment.repository.js";
import type { EnvironmentContentRow } from "./environment.statements.js";
import type { Environment } from "./environment.type.js";

declare module "../../core/api/context.js" {
  interface Loaders {
    /** Packages and texts of an environment, one row or none. */
    readonly environmentContent: DataLoader<string, readonly EnvironmentContentRow[]>;
  }
}

/** The source of environments for the shared loader. */
export const environmentSource: NodeSource<LineageNode> = { kind: "environment", load: loadEnvironments };

/** Loaders of the contents of environments, for one request. */
export function createEnvironmentLoaders(graph: GraphReader) {
  return { environmentContent: createListLoader((owners) => loadContents(graph, owners)) } satisfies Partial<Loaders>;
}

/** The environment with this key, or null. */
export async function loadEnvironment({ lineageNode }: Loaders, key: string): Promise<Environment | null> {
  const node = await lineageNode.load(key);
  return node && isEnvironment(node) ? node : null;
}

function isEnvironment(node: LineageNode): node is Environment {
  return node.kind === "ENVIRONMENT";
}
