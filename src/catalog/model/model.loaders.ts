import type DataLoader from "dataloader";
import type { Loaders } from "../../core/api/context.js";
import type { ContainerNode, NodeSource } from "../../core/api/node/node.loaders.js";
import type { LineageNode } from "../../core/api/node/node.type.js";
import { createCountLoader } from "../../core/api/relation-loaders.js";
import { type TimePageLoader, createTimePageLoader } from "../../core/api/time-page.js";
import type { GraphReader } from "../../core/graph/graph.js";
import type { ModelVersion } from "./model-version.type.js";
import { loadModelVersions, loadModels, toModelVersion } from "./model.repository.js";
import { countVersionRows, pageVersionRows } from "./model.statements.js";

declare module "../../core/api/context.js" {
  interface Loaders {
    /** Versions of models, newest first. */
    readonly modelVersionPage: TimePageLoader<ModelVersion>;
    readonly modelVersionCount: DataLoader<string, number>;
  }
}

/** The sources of model versions and models for the shared loaders. */
export const modelVersionSource: NodeSource<LineageNode> = { kind: "model-version", load: loadModelVersions };
export const modelSource: NodeSource<ContainerNode> = { kind: "model", load: loadModels };

/** Loaders of versions by model, for one request. */
export function createModelLoaders(graph: GraphReader) {
  return {
    modelVersionPage: createTimePageLoader(
      (modelKeys, page) => graph.read(pageVersionRows, { modelKeys, ...page }),
      toModelVersion,
    ),
    modelVersionCount: createCountLoader((modelKeys) => graph.read(countVersionRows, { modelKeys: [...modelKeys] })),
  } satisfies Partial<Loaders>;
}

/** The model version with this key, or null. */
export async function loadModelVersion({ lineageNode }: Loaders, key: string): Promise<ModelVersion | null> {
  const node = await lineageNode.load(key);
  return node && isModelVersion(node) ? node : null;
}

function isModelVersion(node: LineageNode): node is ModelVersion {
  return node.kind === "MODEL_VERSION";
}
