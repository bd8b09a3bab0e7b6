import type { Draft, FactWarning, NodeDraft } from "./draft.js";

/** The property of a run that holds the key of its parent. */
const parentKey = "parentKey";

/**
 * Removes references of a node to itself. A version that is derived from itself has no known origin, and must not look as
 * if it had one.
 */
export function withoutSelf(draft: Draft): { readonly draft: Draft; readonly warnings: readonly FactWarning[] } {
  const loops = draft.edges.filter(({ upstream, downstream }) => upstream === downstream);
  const children = draft.nodes.filter(isOwnParent);
  if (loops.length + children.length === 0) return { draft, warnings: [] };
  const warningOf = (key: string, field: string): FactWarning => ({
    key,
    field,
    given: key,
    message: `${key} refers to itself in ${field}; it was recorded without this reference, so correct the source`,
  });
  return {
    draft: {
      ...draft,
      nodes: draft.nodes.map((node) =>
        isOwnParent(node) ? { ...node, reported: { ...node.reported, [parentKey]: null } } : node,
      ),
      edges: draft.edges.filter(({ upstream, downstream }) => upstream !== downstream),
    },
    warnings: [
      ...[...new Set(loops.map(({ upstream }) => upstream))].map((key) => warningOf(key, "derivedFrom")),
      ...children.map(({ key }) => warningOf(key, "parent")),
    ],
  };
}

function isOwnParent({ key, reported }: NodeDraft): boolean {
  return reported[parentKey] === key;
}
