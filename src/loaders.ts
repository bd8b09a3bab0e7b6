import type { Loaders } from "./api/context.js";
import { createNodeLoader } from "./api/node/index.js";
import { createDeletionLoaders } from "./deletion/index.js";
import type { GraphReader } from "./graph/graph.js";
import { containerSources, createNodeLoaders } from "./reference/index.js";

/** The loaders of all features, for one request. */
export function createLoaders(graph: GraphReader): Loaders {
  return {
    ...createNodeLoaders(graph), ...createDeletionLoaders(graph),
    container: createNodeLoader(graph, [...containerSources]),
  };
}
