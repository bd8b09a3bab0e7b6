import type { LedgerTransaction } from "../graph/ledger.js";
import { AppError } from "../shared/errors.js";
import type { Draft, Fields, NodeKind, Pointer } from "./draft.js";
import { type DraftResult, type KnownState, edgeId, pointerId } from "./fact-plan.js";
import { loadAliases, loadEdges } from "./facts.statements.js";

/** Loads the recorded state of everything that the drafts reference, under the ledger's lock: one statement per kind. */
export async function loadKnownState(
  transaction: LedgerTransaction,
  results: readonly DraftResult[],
  aliases: ReadonlyMap<string, string | null>,
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
  return { nodes, edges: new Set(found.map(edgeId)), pointers: new Map(aliases) };
}

/** Loads the targets of pointers. Null for a pointer without a target. */
export async function loadPointers(
  transaction: LedgerTransaction,
  wanted: readonly Pointer[],
): Promise<Map<string, string | null>> {
  const pointers = new Map<string, string | null>(wanted.map(({ owner, name }) => [pointerId(owner, name), null]));
  if (wanted.length === 0) return pointers;
  const found = await transaction.run(loadAliases, { pointers: wanted.map(({ owner, name }) => ({ owner, name })) });
  for (const { owner, name, to } of found) pointers.set(pointerId(owner, name), to);
  return pointers;
}

function keysByKind(drafts: readonly Draft[]): Map<NodeKind, Set<string>> {
  const byKind = new Map<NodeKind, Set<string>>();
  for (const { kind, key } of drafts.flatMap(({ nodes }) => nodes)) {
    const keys = byKind.get(kind) ?? new Set<string>();
    byKind.set(kind, keys.add(key));
  }
  return byKind;
}
