import DataLoader from "dataloader";
import type { GraphReader } from "../../graph/graph.js";
import { type KeyKind, parseKey } from "../../shared/key.js";
import { groupBy } from "../group-by.js";
import type { LineageNode, Node } from "./node.type.js";

/** How the nodes of one kind are loaded: one statement for all keys; keys of nothing have no record in the answer. */
export interface NodeSource<Record extends Node & { readonly key: string }> {
  readonly kind: KeyKind;
  readonly load: (graph: GraphReader, keys: readonly string[]) => Promise<readonly Record[]>;
}

/** A dataset, a model, an endpoint, or something that was decided: a node with a key that lineage does not flow through. */
export interface ContainerNode extends Node {
  readonly key: string;
}

declare module "../context.js" {
  interface Loaders {
    /** Full records of lineage nodes by key, of all kinds; null where there is none. One statement a kind in a batch. */
    readonly lineageNode: DataLoader<string, LineageNode | null>;
    /** What lineage does not flow through, by key; null where there is none. */
    readonly container: DataLoader<string, ContainerNode | null>;
  }
}

/** A loader of nodes of several kinds. One for all of them, so that a level of a query is one batch. */
export function createNodeLoader<Record extends Node & { readonly key: string }>(
  graph: GraphReader,
  sources: readonly NodeSource<Record>[],
): DataLoader<string, Record | null> {
  return new DataLoader<string, Record | null>(async (keys) => {
    const kinds = groupBy(keys, (key) => parseKey(key)?.kind);
    const batches = sources.map(async ({ kind, load }) => {
      const wanted = kinds.get(kind);
      return wanted ? load(graph, wanted) : [];
    });
    const records = new Map((await Promise.all(batches)).flat().map((record) => [record.key, record]));
    return keys.map((key) => records.get(key) ?? null);
  });
}
