import type { FieldNode, GraphQLResolveInfo } from "graphql";
import { selectedFields } from "../selected-fields.js";

/** The fields that `toLineageNode` derives from a light row, and the fields whose resolvers require only the key. */
const lightFields = new Set([
  "__typename",
  "id",
  "key",
  "kind",
  "label",
  "namespace",
  "recordedAt",
  "isStub",
  "upstream",
  "downstream",
  "impact",
  "tombstone",
  "identical",
  "copies",
]);

const answers = new WeakMap<readonly FieldNode[], boolean>();

/**
 * Returns whether the request selects fields of a lineage node that light rows do not have, so that its record must be loaded.
 * `path` leads from the resolved field to the node, such as `nodes`, `node`. If it is empty, the field is the node.
 */
export function needsDetails(info: Selected, ...path: string[]): boolean {
  if (path.length > 0) return selects(info, info.fieldNodes, path);
  // The executor passes the same array to every item of a list, so one traversal is enough for all of them.
  const known = answers.get(info.fieldNodes);
  if (known !== undefined) return known;
  const answer = selects(info, info.fieldNodes, []);
  answers.set(info.fieldNodes, answer);
  return answer;
}

type Selected = Pick<GraphQLResolveInfo, "fieldNodes" | "fragments">;

function selects(info: Selected, fields: readonly FieldNode[], [next, ...rest]: readonly string[]): boolean {
  const selections = fields.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  const selected = selectedFields(selections, info.fragments);
  if (next === undefined) return selected.some(({ name }) => !lightFields.has(name.value));
  return selects(
    info,
    selected.filter(({ name }) => name.value === next),
    rest,
  );
}
