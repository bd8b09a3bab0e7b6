import type { Loaders } from "../context.js";
import { type LineageRow, toLineageNode } from "./lineage-node.js";
import type { LineageNode } from "./node.type.js";

/** The nodes with these keys, in order and with all details. Keys without a node are left out. */
export async function loadNodes({ lineageNode }: Loaders, keys: readonly string[]): Promise<LineageNode[]> {
  const nodes = await Promise.all(keys.map((key) => lineageNode.load(key)));
  return nodes.filter((node) => node !== null);
}

/** Nodes with the fields of a statement's rows, or with all details if these are needed. */
export async function nodesOf(
  rows: readonly LineageRow[],
  detailed: boolean,
  { loaders }: { readonly loaders: Loaders },
): Promise<LineageNode[]> {
  return detailed
    ? loadNodes(
        loaders,
        rows.map(({ key }) => key),
      )
    : rows.map(toLineageNode);
}
