import { parseKey, toGlobalId } from "../../shared/key.js";
import { labelOf } from "./label.js";
import { lineageKindOf, typenameOf } from "./lineage-kind.enum.js";
import type { LineageNode } from "./node.type.js";

/** The columns from which every field that all lineage nodes share can be told, without another statement. */
export interface LineageRow {
  readonly key: string;
  readonly title?: string | null;
  readonly recordedAt: number;
}

/** Environments belong to nobody, and yet every node has a namespace. */
const sharedNamespace = "environments";

/** A lineage node of any kind as the API shows it; the row's other columns stay as they are. */
export function toLineageNode<Row extends LineageRow>(row: Row): Row & LineageNode {
  const parts = parseKey(row.key);
  const kind = parts && lineageKindOf(parts.kind);
  if (!kind) throw new TypeError(`${row.key} is not the key of a lineage node`);
  return {
    ...row,
    __typename: typenameOf[kind],
    id: toGlobalId(row.key),
    kind,
    label: labelOf(row, parts),
    namespace: parts.namespace ?? sharedNamespace,
  };
}
