import { ConflictError } from "../shared/errors.js";
import type { Draft, EdgeDraft, FactWarning, Fields, NodeDraft } from "./draft.js";
import { edgeId } from "./drafted-fact.js";
import type { KnownState } from "./fact-plan.js";
import { withoutNodes, withoutReferences } from "./refused.js";

/** A repeated report does not undo a retraction: the warning about a fact whose subject was retracted, or null. */
export function retractionOf({ key }: Draft, nodes: ReadonlyMap<string, Fields>): FactWarning | null {
  const retraction = describeRetraction(key, nodes);
  if (retraction === null) return null;
  return {
    key,
    field: "key",
    message: `${retraction}, and a report does not undo this, so nothing of it was recorded; report what is right under another key`,
  };
}

/**
 * Removes from a draft what was retracted: connections to retracted nodes, and retracted connections.
 * @throws ConflictError when the whole fact is about a retracted node: an alias of it, or its deployment.
 */
export function withoutRetracted(
  draft: Draft,
  { nodes, retractedEdges }: KnownState,
): { readonly draft: Draft; readonly warnings: readonly FactWarning[] } {
  const isRetracted = (key: unknown): boolean =>
    typeof key === "string" && typeof nodes.get(key)?.retractedAt === "number";
  const { draft: kept, removed, subject } = withoutNodes(draft, isRetracted);
  if (subject !== undefined)
    throw new ConflictError(
      `${describeRetraction(subject, nodes) ?? subject}; register the version that is meant under another key`,
      { key: subject },
    );
  const edges = kept.edges.filter((edge) => retractedEdges?.has(edgeId(edge)));
  if (removed.length + edges.length === 0) return { draft, warnings: [] };
  return {
    draft: { ...kept, nodes: kept.nodes.map((node) => withoutUpstream(node, edges)) },
    warnings: [
      ...removed.map((key) => ({
        key: draft.key,
        field: "edges",
        given: key,
        message: `${describeRetraction(key, nodes) ?? `${key} belongs to a retracted node`}, so ${draft.key} was recorded without its connection to it`,
      })),
      ...edges.map(({ kind, upstream, downstream }) => ({
        key: draft.key,
        field: "edges",
        given: upstream,
        message: `the edge ${kind} from ${upstream} to ${downstream} was retracted, and a report does not undo this`,
      })),
    ],
  };
}

/** A node without the fields that name the upstream of one of the edges. */
function withoutUpstream(node: NodeDraft, edges: readonly EdgeDraft[]): NodeDraft {
  const upstream = new Set<unknown>(edges.flatMap((edge) => (edge.downstream === node.key ? [edge.upstream] : [])));
  return upstream.size === 0 ? node : withoutReferences(node, (key) => upstream.has(key));
}

function describeRetraction(key: string, nodes: ReadonlyMap<string, Fields>): string | null {
  const { retractedAt, retractedBy } = nodes.get(key) ?? {};
  if (typeof retractedAt !== "number") return null;
  const by = typeof retractedBy === "string" ? ` by ${retractedBy}` : "";
  return `${key} was retracted at ${new Date(retractedAt).toISOString()}${by}`;
}
