import DataLoader from "dataloader";
import type { Loaders } from "../../core/api/context.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { type TombstoneRow, loadTombstones } from "./deletion.statements.js";

declare module "../../core/api/context.js" {
  interface Loaders {
    /** Tombstones by the key of the node; null if it was not deleted. One statement for each level of a query. */
    readonly tombstone: DataLoader<string, TombstoneRow | null>;
  }
}

/** Creates the loaders of tombstones for one request. */
export function createDeletionLoaders(graph: GraphReader) {
  return {
    tombstone: new DataLoader<string, TombstoneRow | null>(async (keys) => {
      const rows = await graph.read(loadTombstones, { keys: [...keys], asOf: null });
      const found = new Map(rows.map((row) => [row.key, row]));
      return keys.map((key) => found.get(key) ?? null);
    }),
  } satisfies Partial<Loaders>;
}
