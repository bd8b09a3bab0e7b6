import { ConflictError } from "../shared/errors.js";
import type { FieldValue, Fields } from "./draft.js";

/**
 * Merges fields of immutable nodes: adds unknown fields; recorded ones never change.
 * @throws ConflictError with the field and both values.
 */
export function fillIn(key: string, known: Fields, reported: Fields): Fields {
  const filled: Record<string, FieldValue> = {};
  for (const [field, value] of Object.entries(reported)) {
    if (value === null || value === undefined) continue;
    const before = known[field] ?? null;
    if (before === null) filled[field] = value;
    else if (!isSame(before, value)) throw conflict(key, field, before, value);
  }
  return filled;
}

/**
 * Merges labels that sources rename or name differently, if none of them is authoritative. The first in alphabetical order
 * is kept, so that the result does not depend on the order of reports.
 */
export function least(known: Fields, reported: Fields): Fields {
  const smaller = Object.entries(reported).filter(([field, value]) => {
    const before = known[field];
    return typeof value === "string" && (typeof before !== "string" || value < before);
  });
  return Object.fromEntries(smaller);
}

/** The error for a field that is recorded with another value. */
export function conflict(key: string, field: string, known: unknown, given: unknown): ConflictError {
  return new ConflictError(
    `${key} is already recorded with ${field} ${showValue(field, known)}, which differs from the reported ${showValue(field, given)}; ` +
      `recorded values do not change, so register a new version or correct the source`,
    { key, field, known, given },
  );
}

export function isSame(left: FieldValue | null | undefined, right: FieldValue | null | undefined): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

/** Shows a value in a message. Times are stored as epoch milliseconds and shown as RFC 3339 text. */
export function showValue(field: string, value: unknown): string {
  const text = JSON.stringify(field.endsWith("At") && typeof value === "number" ? new Date(value) : value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}
