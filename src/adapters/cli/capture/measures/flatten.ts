/** A value at the end of a path of keys; lists are values. */
export interface Leaf {
  /** The keys joined by dots. */
  readonly name: string;
  readonly value: unknown;
}

/** Every value of nested maps, in order. An empty map is a value, since it has none. */
export function flatten(value: unknown, path: readonly string[] = []): Leaf[] {
  if (!isMap(value) || Object.keys(value).length === 0)
    return path.length === 0 ? [] : [{ name: path.join("."), value }];
  return Object.entries(value).flatMap(([key, part]) => flatten(part, [...path, key]));
}

/** True for what has keys and is no list. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
