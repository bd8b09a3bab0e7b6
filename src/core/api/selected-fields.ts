import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionNode } from "graphql";

/** The fragments of a document by name. */
export type Fragments = Readonly<Record<string, FragmentDefinitionNode | undefined>>;

/**
 * The fields of selections, including those of their fragments and those that a directive excludes. Visits each fragment
 * once and adds it to `visited`: fragments that spread the next one twice would otherwise take exponential time.
 */
export function selectedFields(
  selections: readonly SelectionNode[],
  fragments: Fragments,
  visited: Set<string> = new Set(),
): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return selectedFields(selection.selectionSet.selections, fragments, visited);
    const { value: name } = selection.name;
    if (visited.has(name)) return [];
    visited.add(name);
    return selectedFields(fragments[name]?.selectionSet.selections ?? [], fragments, visited);
  });
}
