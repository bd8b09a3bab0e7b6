import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../../core/api/context.js";
import { LineageKind, typenameOf } from "../../core/api/node/lineage-kind.enum.js";
import type { LineageRow } from "../../core/api/node/lineage-node.js";
import { needsDetails } from "../../core/api/node/needs-details.js";
import { nodesOf } from "../../core/api/node/nodes-of.js";
import type { LineageNode } from "../../core/api/node/node.type.js";
import type { CompletenessRecord } from "./completeness.js";

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
