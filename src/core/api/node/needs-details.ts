import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionNode } from "graphql";

/** What `toLineageNode` tells from a light row, and the questions about a node that need nothing but its key. */
const lightFields = new Set([
  "__typename",
  "id",
  "key",
  "kind",
  "label",
  "namespace",
  "recordedAt",
  "upstream",
  "downstream",
  "impact",
  "tombstone",
]);

const answers = new WeakMap<readonly FieldNode[], boolean>();

/**
 * True where the request selects more of a lineage node than every light row has, so that its record must be loaded.
 * `path` leads from the field being resolved down to the node, such as `nodes`, `node`; left out, the field is the node.
 */
export function needsDetails(info: GraphQLResolveInfo, ...path: string[]): boolean {
  if (path.length > 0) return selects(info, info.fieldNodes, path);
  // The executor hands every item of a list the same array of nodes, so that one walk answers for all of them.
  const known = answers.get(info.fieldNodes);
  if (known !== undefined) return known;
  const answer = selects(info, info.fieldNodes, []);
  answers.set(info.fieldNodes, answer);
  return answer;
}

function selects(info: GraphQLResolveInfo, fields: readonly FieldNode[], [next, ...rest]: readonly string[]): boolean {
  const selected = fields.flatMap(({ selectionSet }) => selectedFields(info, selectionSet?.selections ?? []));
  if (next === undefined) return selected.some(({ name }) => !lightFields.has(name.value));
  return selects(
    info,
    selected.filter(({ name }) => name.value === next),
    rest,
  );
}

/** The fields of a selection, those of its fragments included; fields that a directive leaves out may be among them. */
function selectedFields(info: GraphQLResolveInfo, selections: readonly SelectionNode[]): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
    return selectedFields(info, fragment?.selectionSet.selections ?? []);
  });
}
