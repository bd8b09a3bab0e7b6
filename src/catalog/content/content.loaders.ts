import DataLoader from "dataloader";
import type { Loaders } from "../../core/api/context.js";
import { groupBy } from "../../core/api/group-by.js";
import { createListLoader } from "../../core/api/relation-loaders.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { type NamesakeRow, findByContent, listCopies, listIdentical } from "./content.statements.js";

/** The copies of one node. */
export interface CopiesWanted {
  readonly key: string;
  readonly limit: number;
}

declare module "../../core/api/context.js" {
  interface Loaders {
    /** Other nodes with the same content in the namespace of a node, by its key. */
    readonly identical: DataLoader<string, readonly NamesakeRow[]>;
    /** Nodes of other namespaces with the same content. */
    readonly copies: DataLoader<CopiesWanted, readonly NamesakeRow[], string>;
    /** The key of a snapshot with a content, or null. */
    readonly snapshotKeyOfContent: DataLoader<string, string | null>;
  }
}

/** Creates the loaders of content for one request. */
export function createContentLoaders(graph: GraphReader) {
  return {
    identical: createListLoader((keys) => graph.read(listIdentical, { keys: [...keys] })),
    copies: new DataLoader<CopiesWanted, readonly NamesakeRow[], string>(
      async (wanted) => {
        const byLimit = groupBy(wanted, ({ limit }) => limit);
        const rows = await Promise.all(
          [...byLimit].map(async ([limit, group]) => {
            const keys = group.map(({ key }) => key);
            return [limit, groupBy(await graph.read(listCopies, { keys, limit }), ({ owner }) => owner)] as const;
          }),
        );
        const found = new Map(rows);
        return wanted.map(({ key, limit }) => found.get(limit)?.get(key) ?? []);
      },
      { cacheKeyFn: (wanted) => JSON.stringify(wanted) },
    ),
    snapshotKeyOfContent: new DataLoader<string, string | null>(async (contentKeys) => {
      const rows = await graph.read(findByContent, { contentKeys: [...contentKeys] });
      const found = new Map(rows.map(({ contentKey, key }) => [contentKey, key]));
      return contentKeys.map((contentKey) => found.get(contentKey) ?? null);
    }),
  } satisfies Partial<Loaders>;
}
