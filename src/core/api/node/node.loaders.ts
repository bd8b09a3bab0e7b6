import DataLoader from "dataloader";
import type { GraphReader } from "../../graph/graph.js";
import { type KeyKind, parseKey } from "../../shared/key.js";
import { groupBy } from "../group-by.js";
import type { LineageNode, Node } from "./node.type.js";

/** The source of the nodes of one kind: one statement for all keys. Keys without a node have no record in the result. */
export interface NodeSource<Record extends Node & { readonly key: string }> {
  readonly kind: KeyKind;
  readonly load: (graph: GraphReader, keys: readonly string[]) => Promise<readonly Record[]>;
}

/** A node with a key that is not part of the lineage graph: a dataset, a model, an endpoint or the record of a decision. */
export interface ContainerNode extends Node {
  readonly key: string;
}

declare module "../context.js" {
  interface Loaders {
    /** Full records of lineage nodes of all kinds by key, or null. A batch runs one statement per kind. */
    readonly lineageNode: DataLoader<string, LineageNode | null>;
    /** Containers by key, or null. */
    readonly container: DataLoader<string, ContainerNode | null>;
  }
}

/** Creates one loader for nodes of several kinds, so that each level of a query is one batch. */
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
