import type { Loaders } from "../api/context.js";
import { createNodeLoader } from "../api/node/node.loaders.js";
import { createDatasetLoaders, datasetSource, snapshotSource } from "../dataset/index.js";
import type { GraphReader } from "../graph/graph.js";

/** The loaders of everything that exists, for one request. */
export function createNodeLoaders(graph: GraphReader): Loaders {
  return {
    lineageNode: createNodeLoader(graph, [snapshotSource]),
    container: createNodeLoader(graph, [datasetSource]),
    ...createDatasetLoaders(graph),
  };
}
