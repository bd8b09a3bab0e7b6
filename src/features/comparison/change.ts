/** In the order in which changes are listed: replacements usually explain more than additions and removals. */
export const changeKinds = ["CHANGED", "ADDED", "REMOVED"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A difference between two sides; null if a side has no value or does not report it. */
export interface Change<Value> {
  readonly change: ChangeKind;
  readonly name: string;
  readonly left: Value | null;
  readonly right: Value | null;
}

/** Differences between two maps, by kind of change, then by name. */
export function changesBetween<Value>(
  left: ReadonlyMap<string, Value>,
  right: ReadonlyMap<string, Value>,
  isSame: (left: Value, right: Value) => boolean,
): Change<Value>[] {
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return names.flatMap((name) => changeOf(name, left.get(name), right.get(name), isSame)).sort(byChange);
}

function changeOf<Value>(
  name: string,
  left: Value | undefined,
  right: Value | undefined,
  isSame: (left: Value, right: Value) => boolean,
): Change<Value>[] {
  if (left === undefined) return right === undefined ? [] : [{ change: "ADDED", name, left: null, right }];
  if (right === undefined) return [{ change: "REMOVED", name, left, right: null }];
  return isSame(left, right) ? [] : [{ change: "CHANGED", name, left, right }];
}

/** Orders changes: kind, then name. */
export function byChange(
  left: Pick<Change<unknown>, "change" | "name">,
  right: Pick<Change<unknown>, "change" | "name">,
): number {
  return changeKinds.indexOf(left.change) - changeKinds.indexOf(right.change) || compareText(left.name, right.name);
}

/** Orders texts by code units, independently of the locale. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
