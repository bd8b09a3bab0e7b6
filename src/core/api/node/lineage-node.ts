import { parseKey, toGlobalId } from "../../shared/key.js";
import { labelOf } from "./label.js";
import { lineageKindOf, typenameOf } from "./lineage-kind.enum.js";
import type { LineageNode } from "./node.type.js";

/** The columns that determine every field that all lineage nodes share, without another statement. */
export interface LineageRow {
  readonly key: string;
  readonly title?: string | null;
  readonly recordedAt: number;
  readonly isStub: boolean;
}

/** Environments have no owner, but every node has a namespace. */
const sharedNamespace = "environments";

/** The lineage node of a row, of any kind. Other columns of the row are unchanged. */
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
