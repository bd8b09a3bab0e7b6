import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../../core/api/context.js";
import { LineageKind, typenameOf } from "../../core/api/node/lineage-kind.enum.js";
import { type LineageRow, toLineageNode } from "../../core/api/node/lineage-node.js";
import { needsDetails } from "../../core/api/node/needs-details.js";
import type { LineageNode } from "../../core/api/node/node.type.js";
import type { CompletenessRecord } from "./completeness.js";

/** Nodes with the fields of a statement's rows, or with all details if these are needed. */
export async function nodesOf(
  rows: readonly LineageRow[],
  detailed: boolean,
  { loaders }: Pick<RequestContext, "loaders">,
): Promise<LineageNode[]> {
  if (!detailed) return rows.map(toLineageNode);
  const nodes = await Promise.all(rows.map(({ key }) => loaders.lineageNode.load(key)));
  return nodes.filter((node) => node !== null);
}

/** The roots of an answer. If time ran out, their rows have only their keys, so their details are always loaded. */
export function rootsOf(
  { roots, completeness }: { readonly roots: readonly LineageRow[]; readonly completeness: CompletenessRecord },
  info: GraphQLResolveInfo,
  context: Pick<RequestContext, "loaders">,
): Promise<LineageNode[]> {
  return nodesOf(roots, completeness.reason === "TIME_BUDGET" || needsDetails(info), context);
}

/** The kind of a label. */
export function kindOfLabel(label: string): LineageKind {
  const kind = Object.values(LineageKind).find((known) => typenameOf[known] === label);
  if (!kind) throw new TypeError(`${label} is not the label of a lineage node`);
  return kind;
}
