import { ConflictError } from "../shared/errors.js";
import type { Draft, FactWarning, NodeDraft } from "./draft.js";

/** Properties whose value is the key of another node. */
export const isReference = (field: string): boolean => field.endsWith("Key") || field === "producedBy";

/**
 * The keys of the nodes that a fact states to be something: immutable nodes and deployments. A run is not among them,
 * because its reports accumulate.
 */
export function statedKeys({ nodes, edges }: Draft): string[] {
  return [
    ...nodes.flatMap(({ kind, key, isAsserted }) => (isAsserted && kind.isRegistered ? [key] : [])),
    ...edges.flatMap(({ kind, downstream }) => (kind === "DEPLOYED_AS" ? [downstream] : [])),
  ];
}

/**
 * Removes from a draft what it concludes about nodes that were refused in the same request: the name or the version that
 * the source reports is another thing than the recorded one.
 * @throws ConflictError when the whole fact is about such a node: an alias of it, or its deployment.
 */
export function withoutRefused(
  draft: Draft,
  refused: ReadonlySet<string>,
): { readonly draft: Draft; readonly warnings: readonly FactWarning[] } {
  if (refused.size === 0) return { draft, warnings: [] };
  const own = new Set(statedKeys(draft));
  const isNamed = (key: unknown): boolean => typeof key === "string" && refused.has(key) && !own.has(key);
  const { draft: kept, removed, subject } = withoutNodes(draft, isNamed);
  if (subject !== undefined)
    throw new ConflictError(
      `the registration of ${subject} in this request was rejected, so nothing is recorded about it; correct that registration first`,
      { key: subject },
    );
  return {
    draft: kept,
    warnings: removed.map((key) => ({
      key: draft.key,
      field: "edges",
      given: key,
      message: `${draft.key} was recorded without its connection to ${key}, whose registration in this request was rejected`,
    })),
  };
}

/** A draft without certain nodes. */
interface ReducedDraft {
  readonly draft: Draft;
  /** Keys of the nodes that were removed. */
  readonly removed: readonly string[];
  /** The removed node that the whole fact is about, if any: the target of an alias, or the version of a deployment. */
  readonly subject: string | undefined;
}

/** Removes the named nodes from a draft, with their edges, the nodes that belong to them, and the fields that refer to them. */
export function withoutNodes(draft: Draft, isNamed: (key: unknown) => boolean): ReducedDraft {
  const removed = new Set(draft.nodes.filter((node) => isNamed(node.key) || isOfRefused(node, isNamed)).map(keyOf));
  const isRemoved = (key: unknown): boolean => typeof key === "string" && (isNamed(key) || removed.has(key));
  const subject = [
    ...(draft.pointers ?? []).flatMap(({ to }) => to ?? []),
    ...draft.edges.filter(({ kind }) => kind === "DEPLOYED_AS").map(({ upstream }) => upstream),
  ].find(isRemoved);
  if (removed.size === 0) return { draft, removed: [], subject };
  return {
    draft: {
      ...draft,
      nodes: draft.nodes.filter(({ key }) => !isRemoved(key)).map((node) => withoutReferences(node, isRemoved)),
      edges: draft.edges.filter(({ upstream, downstream }) => !isRemoved(upstream) && !isRemoved(downstream)),
    },
    removed: [...removed],
    subject,
  };
}

/** True for a node that is only referred to and belongs to a refused one, such as the deployment of a refused version. */
function isOfRefused({ isAsserted, reported }: NodeDraft, isNamed: (key: unknown) => boolean): boolean {
  return !isAsserted && Object.entries(reported).some(([field, value]) => isReference(field) && isNamed(value));
}

/** A node without the fields that refer to certain nodes. */
export function withoutReferences(node: NodeDraft, isRefused: (key: unknown) => boolean): NodeDraft {
  const reported = Object.entries(node.reported).filter(([field, value]) => !(isReference(field) && isRefused(value)));
  return { ...node, reported: Object.fromEntries(reported) };
}

function keyOf({ key }: NodeDraft): string {
  return key;
}
