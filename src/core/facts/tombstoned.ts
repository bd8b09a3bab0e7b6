import type { Fields, NodeDraft } from "./draft.js";

/**
 * The mark of a tombstoned node whose content was registered again. A registration states that the content exists, which
 * contradicts the tombstone. The mark makes the first one a change, so that the ledger contains it, even with the same fields.
 */
export function markReported({ tombstonedAt }: Fields): Fields {
  return typeof tombstonedAt === "number" ? { reportedAfterTombstone: true } : {};
}

/** The distinct keys of tombstoned nodes of the drafts, in order. */
export function tombstonedOf(known: ReadonlyMap<string, Fields>, nodes: readonly NodeDraft[]): string[] {
  const keys = nodes.flatMap(({ key }) => (typeof known.get(key)?.tombstonedAt === "number" ? [key] : []));
  return [...new Set(keys)].sort();
}
