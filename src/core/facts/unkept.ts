import type { Draft, Fields } from "./draft.js";
import { isReference } from "./refused.js";

/**
 * Removes the nodes that a draft only refers to in a descriptive field whose recorded value stays, such as another parent of a
 * run: no relationship would lead to their stubs.
 */
export function withoutUnkept(draft: Draft, known: ReadonlyMap<string, Fields>): Draft {
  const unkept = new Set(
    draft.nodes.flatMap(({ kind, key, reported }) =>
      (kind.descriptive ?? [])
        .filter(isReference)
        .filter((field) => known.get(key)?.[field] != null && known.get(key)?.[field] !== reported[field])
        .map((field) => reported[field]),
    ),
  );
  if (unkept.size === 0) return draft;
  const connected = new Set(draft.edges.flatMap(({ upstream, downstream }) => [upstream, downstream]));
  const isKept = (key: string): boolean => !unkept.has(key) || connected.has(key);
  return { ...draft, nodes: draft.nodes.filter(({ key, isAsserted }) => isAsserted || isKept(key)) };
}
