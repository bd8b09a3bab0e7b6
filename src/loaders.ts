import type { Loaders } from "./api/context.js";
import { createNodeLoader } from "./api/node/index.js";
import { entrySource } from "./audit/index.js";
import { createDeletionLoaders } from "./deletion/index.js";
import type { GraphReader } from "./graph/graph.js";
import { createNoteLoaders, noteSource } from "./note/index.js";
import { createRecallLoaders, recallSource } from "./recall/index.js";
import { createReleaseLoaders, releaseSource } from "./release/index.js";
import { containerSources, createNodeLoaders } from "./reference/index.js";

/** The loaders of all features, for one request. */
export function createLoaders(graph: GraphReader): Loaders {
  return {
    ...createNodeLoaders(graph), ...createDeletionLoaders(graph), ...createReleaseLoaders(graph), ...createNoteLoaders(graph), ...createRecallLoaders(graph),
    container: createNodeLoader(graph, [...containerSources, entrySource, noteSource, recallSource, releaseSource]),
  };
}
