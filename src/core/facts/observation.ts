import type { FieldValue, Fields, KnownPointer, Observation, TieOrder } from "./draft.js";
import { isSame } from "./merge.js";

type Value = FieldValue | null;

/** The property that holds when the value of a mutable field was observed, in epoch milliseconds. */
export function observedAtOf(field: string): string {
  return `${field}ObservedAt`;
}

/** True for the property that holds when a mutable field was observed. It is not shown. */
export function isObservedAt(property: string): boolean {
  return property.endsWith("ObservedAt");
}

/** Of values with the same moment of observation, the first in text order prevails. */
export const firstInText: TieOrder = (left, right) => (left < right ? 1 : -1);
/** Of values with the same moment of observation, the greatest prevails. */
export const greatest: TieOrder = (left, right) => (left > right ? 1 : -1);

/** Of values with the same moment of observation, the one that comes last in the list prevails. */
export function lastOf(values: readonly FieldValue[]): TieOrder {
  return (left, right) => values.indexOf(left) - values.indexOf(right);
}

/**
 * Merges mutable fields: the newest observation wins, whatever the order of arrival. A report without a moment of
 * observation that repeats the recorded value is not newer information.
 */
export function latest(
  known: Fields,
  reported: Fields,
  observation: Observation,
  mutable: Readonly<Record<string, TieOrder>>,
): Fields {
  const changes: Record<string, Value> = {};
  for (const [field, order] of Object.entries(mutable)) {
    const given = reported[field];
    if (given === undefined) continue;
    const before = { value: known[field] ?? null, at: knownAt(known, field) };
    if (!isNewer(before, given, observation, order)) continue;
    changes[field] = given;
    changes[observedAtOf(field)] = observation.at;
  }
  return changes;
}

/** True if an observation changes where a pointer points, or when this was observed. */
export function isNewerTarget(known: KnownPointer | undefined, to: string | null, observation: Observation): boolean {
  const before = { value: known?.to ?? null, at: known?.observedAt ?? -Infinity };
  return isNewer(before, to, observation, greatest);
}

/** Fields recorded before observations were kept count as observed when their node was first recorded. */
function knownAt(known: Fields, field: string): number {
  const at = known[observedAtOf(field)] ?? (known[field] == null ? null : known.recordedAt);
  return typeof at === "number" ? at : -Infinity;
}

function isNewer(
  known: { readonly value: Value; readonly at: number },
  given: Value,
  { at, isReceipt }: Observation,
  order: TieOrder,
): boolean {
  if (at < known.at) return false;
  if (isSame(known.value, given)) return at > known.at && (!isReceipt || known.at === -Infinity);
  // All facts of a transaction have the same moment of receipt. They were received in their order.
  if (at > known.at || isReceipt) return true;
  if (given === null || known.value === null) return given !== null;
  return order(given, known.value) > 0;
}
