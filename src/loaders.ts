import type { Loaders } from "./core/api/context.js";
import { createNodeLoader } from "./core/api/node/index.js";
import { entrySource } from "./features/audit/index.js";
import { createDeletionLoaders } from "./features/deletion/index.js";
import type { GraphReader } from "./core/graph/graph.js";
import { createImpactLoaders } from "./features/impact/index.js";
import { createNoteLoaders, noteSource } from "./features/note/index.js";
import { createRecallLoaders, recallSource } from "./features/recall/index.js";
import { createReleaseLoaders, releaseSource } from "./features/release/index.js";
import { containerSources, createNodeLoaders } from "./catalog/reference/index.js";

/** The loaders of all features, for one request. */
export function createLoaders(graph: GraphReader): Loaders {
  return {
    ...createNodeLoaders(graph),
    ...createDeletionLoaders(graph),
    ...createImpactLoaders(),
    ...createReleaseLoaders(graph),
    ...createNoteLoaders(graph),
    ...createRecallLoaders(graph),
    container: createNodeLoader(graph, [...containerSources, entrySource, noteSource, recallSource, releaseSource]),
  };
}
