import { createContentLoaders } from "./catalog/content/content.loaders.js";
import type { Loaders } from "./core/api/context.js";
import { createNodeLoader } from "./core/api/node/node.loaders.js";
import { entrySource } from "./features/audit/audit.repository.js";
import { createDeletionLoaders } from "./features/deletion/tombstone.loaders.js";
import type { GraphReader } from "./core/graph/graph.js";
import { createImpactLoaders } from "./features/impact/impact.loaders.js";
import { createNoteLoaders, noteSource } from "./features/note/note.loaders.js";
import { createRecallLoaders } from "./features/recall/recall.loaders.js";
import { recallSource } from "./features/recall/recall.repository.js";
import { createReleaseLoaders, releaseSource } from "./features/release/release.loaders.js";
import { containerSources, createNodeLoaders } from "./catalog/reference/node-loaders.js";

/** The loaders of all features, for one request. */
export function createLoaders(graph: GraphReader): Loaders {
  return {
    ...createNodeLoaders(graph),
    ...createContentLoaders(graph),
    ...createDeletionLoaders(graph),
    ...createImpactLoaders(),
    ...createReleaseLoaders(graph),
    ...createNoteLoaders(graph),
    ...createRecallLoaders(graph),
    container: createNodeLoader(graph, [...containerSources, entrySource, noteSource, recallSource, releaseSource]),
  };
}
