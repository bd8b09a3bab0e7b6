/** A value at the end of a path of keys. Lists are values. */
export interface Leaf {
  /** The keys joined by dots. */
  readonly name: string;
  readonly value: unknown;
}

/** Every value of nested maps, in order. An empty map is itself a value, so that it is not lost. */
export function flatten(value: unknown, path: readonly string[] = []): Leaf[] {
  if (!isMap(value) || Object.keys(value).length === 0)
    return path.length === 0 ? [] : [{ name: path.join("."), value }];
  return Object.entries(value).flatMap(([key, part]) => flatten(part, [...path, key]));
}

/** True for an object that is not a list. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
