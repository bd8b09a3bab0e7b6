import DataLoader from "dataloader";
import type { Loaders } from "../../core/api/context.js";
import { createListLoader } from "../../core/api/relation-loaders.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { type NamesakeRow, findByContent, listCopies, listIdentical } from "./content.statements.js";

/** Maximum number of copies of one node that an answer lists. */
export const maxCopies = 500;

declare module "../../core/api/context.js" {
  interface Loaders {
    /** Other nodes with the same content in the namespace of a node, by its key. */
    readonly identical: DataLoader<string, readonly NamesakeRow[]>;
    /** Nodes of other namespaces with the same content, by the key of a node; at most `maxCopies`. */
    readonly copies: DataLoader<string, readonly NamesakeRow[]>;
    /** The key of a snapshot with a content, or null. */
    readonly snapshotKeyOfContent: DataLoader<string, string | null>;
  }
}

/** Creates the loaders of content for one request. */
export function createContentLoaders(graph: GraphReader) {
  return {
    identical: createListLoader((keys) => graph.read(listIdentical, { keys: [...keys] })),
    copies: createListLoader((keys) => graph.read(listCopies, { keys: [...keys], limit: maxCopies })),
    snapshotKeyOfContent: new DataLoader<string, string | null>(async (contentKeys) => {
      const rows = await graph.read(findByContent, { contentKeys: [...contentKeys] });
      const found = new Map(rows.map(({ contentKey, key }) => [contentKey, key]));
      return contentKeys.map((contentKey) => found.get(contentKey) ?? null);
    }),
  } satisfies Partial<Loaders>;
}
