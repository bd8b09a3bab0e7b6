import { ConflictError } from "../shared/errors.js";
import type { Fields, NodeDraft } from "./draft.js";

/**
 * Rejects the registration of a tombstoned node, even with the same fields: a registration states that the content exists.
 * @throws ConflictError with the person, the time and the reason of the deletion.
 */
export function refuseTombstoned(key: string, known: Fields | undefined): void {
  const { tombstonedAt, tombstonedBy, tombstoneReason } = known ?? {};
  if (typeof tombstonedAt !== "number") return;
  const at = new Date(tombstonedAt).toISOString();
  throw new ConflictError(
    `${key} was tombstoned by ${String(tombstonedBy)} at ${at}: ${String(tombstoneReason)}; a tombstoned version cannot be registered again, so register the current content as a new version`,
    { key, tombstonedAt: at, tombstonedBy, tombstoneReason },
  );
}

/** The distinct keys of tombstoned nodes of the drafts, in order. */
export function tombstonedOf(known: ReadonlyMap<string, Fields>, nodes: readonly NodeDraft[]): string[] {
  const keys = nodes.flatMap(({ key }) => (typeof known.get(key)?.tombstonedAt === "number" ? [key] : []));
  return [...new Set(keys)].sort();
}
