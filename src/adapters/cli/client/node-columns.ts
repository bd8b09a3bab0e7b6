import type { Column } from "../format/column.js";
import { kindWords } from "../format/words.js";
import type { NodeLine } from "./find-node.js";

/** The remark on a node that was never registered; null for any other node. */
export function stubMark({ isStub }: Pick<NodeLine, "isStub">): string | null {
  return isStub ? "(stub)" : null;
}

/** The kind of a node, which also shows whether it is a stub. */
export function kindColumn<Row>(nodeOf: (row: Row) => Pick<NodeLine, "kind" | "isStub">): Column<Row> {
  return { name: "kind", value: (row) => kindWords[nodeOf(row).kind], mark: (row) => stubMark(nodeOf(row)) };
}

/** Whether a node is a stub, for CSV, whose values have no remarks. */
export function stubColumn<Row>(nodeOf: (row: Row) => Pick<NodeLine, "isStub">): Column<Row> {
  return { name: "stub", value: (row) => (nodeOf(row).isStub ? "yes" : "no"), isDetail: true };
}
