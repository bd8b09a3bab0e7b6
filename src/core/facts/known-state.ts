import type { LedgerTransaction } from "../graph/ledger.js";
import { AppError } from "../shared/errors.js";
import type { Draft, Fields, KnownPointer, NodeKind, Pointer } from "./draft.js";
import { type DraftResult, edgeId, pointerId } from "./drafted-fact.js";
import type { KnownState } from "./fact-plan.js";
import { loadAliases, loadEdges } from "./facts.statements.js";

/** Loads the recorded state of everything that the drafts reference, under the ledger's lock: one statement per kind. */
export async function loadKnownState(
  transaction: LedgerTransaction,
  results: readonly DraftResult[],
  pointers: ReadonlyMap<string, KnownPointer>,
): Promise<KnownState> {
  const drafts = results.filter((result): result is Draft => !(result instanceof AppError));
  const nodes = new Map<string, Fields>();
  for (const [kind, keys] of keysByKind(drafts)) {
    for (const { key, fields } of await transaction.run(kind.load, { keys: [...keys] })) nodes.set(key, fields);
  }
  // An edge can exist only if both of its nodes exist.
  const wanted = drafts
    .flatMap(({ edges }) => edges)
    .filter(({ upstream, downstream }) => nodes.has(upstream) && nodes.has(downstream));
  const found = wanted.length > 0 ? await transaction.run(loadEdges, { edges: wanted }) : [];
  const edges = new Set(found.map(edgeId));
  const existing = new Set(found.filter(({ isRetracted }) => !isRetracted).map(edgeId));
  return {
    nodes,
    edges,
    retractedEdges: new Set([...edges].filter((id) => !existing.has(id))),
    pointers: new Map(pointers),
  };
}

/** Loads the pointers that were observed. */
export async function loadPointers(
  transaction: LedgerTransaction,
  wanted: readonly Pointer[],
): Promise<Map<string, KnownPointer>> {
  if (wanted.length === 0) return new Map();
  const found = await transaction.run(loadAliases, { pointers: wanted.map(({ owner, name }) => ({ owner, name })) });
  return new Map(found.map(({ owner, name, to, observedAt }) => [pointerId(owner, name), { to, observedAt }]));
}

function keysByKind(drafts: readonly Draft[]): Map<NodeKind, Set<string>> {
  const byKind = new Map<NodeKind, Set<string>>();
  for (const { kind, key } of drafts.flatMap(({ nodes }) => nodes)) {
    const keys = byKind.get(kind) ?? new Set<string>();
    byKind.set(kind, keys.add(key));
  }
  return byKind;
}
