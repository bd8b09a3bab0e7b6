import { ConflictError } from "../shared/errors.js";
import type { Draft, FactWarning } from "./draft.js";

/** The keys of immutable nodes that a fact registers. */
export function registeredKeys({ nodes }: Draft): string[] {
  return nodes.flatMap(({ kind, key, isAsserted }) => (isAsserted && kind.isRegistered ? [key] : []));
}

/**
 * Removes from a draft what it concludes about nodes whose registration was refused in the same request: the name or the
 * version that the source reports is another thing than the recorded one.
 * @throws ConflictError when the whole fact is about such a node: an alias of it, or its deployment.
 */
export function withoutRefused(
  draft: Draft,
  refused: ReadonlySet<string>,
): { readonly draft: Draft; readonly warnings: readonly FactWarning[] } {
  const own = new Set(registeredKeys(draft));
  const isRefused = (key: string | null): key is string => key !== null && refused.has(key) && !own.has(key);
  const keys = draft.nodes.map(({ key }) => key).filter(isRefused);
  if (keys.length === 0) return { draft, warnings: [] };
  const [subject] = [
    ...(draft.pointers ?? []).map(({ to }) => to),
    ...draft.edges.filter(({ kind }) => kind === "DEPLOYED_AS").map(({ upstream }) => upstream),
  ].filter(isRefused);
  if (subject !== undefined)
    throw new ConflictError(`the registration of ${subject} in this request was rejected`, { key: subject });
  return {
    draft: {
      ...draft,
      nodes: draft.nodes.filter(({ key }) => !isRefused(key)),
      edges: draft.edges.filter(({ upstream, downstream }) => !isRefused(upstream) && !isRefused(downstream)),
    },
    warnings: [...new Set(keys)].map((key) => ({
      key: draft.key,
      field: "edges",
      given: key,
      message: `${draft.key} was recorded without its connection to ${key}, whose registration in this request was rejected`,
    })),
  };
}
