import { ConflictError } from "../shared/errors.js";
import type { Fields, NodeDraft } from "./draft.js";

/**
 * What was deleted is not registered again, not even by saying the same of it: who registers it means that it is there.
 * @throws ConflictError that says who deleted it, when and why.
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

/** The keys of the drafts' nodes that were deleted, each once, in order. */
export function tombstonedOf(known: ReadonlyMap<string, Fields>, nodes: readonly NodeDraft[]): string[] {
  const keys = nodes.flatMap(({ key }) => (typeof known.get(key)?.tombstonedAt === "number" ? [key] : []));
  return [...new Set(keys)].sort();
}
