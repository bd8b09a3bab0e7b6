import { ConflictError } from "../shared/errors.js";
import type { FieldValue, Fields } from "./draft.js";

/**
 * The merge of immutable things: unknown fields may be filled in, a known one never changes.
 * @throws ConflictError that names the field and both values.
 */
export function fillIn(key: string, known: Fields, said: Fields): Fields {
  const filled: Record<string, FieldValue> = {};
  for (const [field, value] of Object.entries(said)) {
    if (value === null || value === undefined) continue;
    const before = known[field] ?? null;
    if (before === null) filled[field] = value;
    else if (!isSame(before, value)) throw conflict(key, field, before, value);
  }
  return filled;
}

/**
 * The merge of labels that sources name differently or rename, where no name is truer than another: the first in the
 * alphabet stands, so that the result does not depend on the order of reports.
 */
export function least(known: Fields, said: Fields): Fields {
  const smaller = Object.entries(said).filter(([field, value]) => {
    const before = known[field];
    return typeof value === "string" && (typeof before !== "string" || value < before);
  });
  return Object.fromEntries(smaller);
}

/** The error for a field that is known to be something else. */
export function conflict(key: string, field: string, known: unknown, given: unknown): ConflictError {
  return new ConflictError(
    `${key} is already recorded with ${field} ${show(field, known)}, which differs from the reported ${show(field, given)}; recorded values do not change, so register a new version or correct the source`,
    { key, field, known, given },
  );
}

export function isSame(left: FieldValue | null | undefined, right: FieldValue | null | undefined): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

/** Times are kept as epoch milliseconds and shown as people write them. */
function show(field: string, value: unknown): string {
  const text = JSON.stringify(field.endsWith("At") && typeof value === "number" ? new Date(value) : value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}
