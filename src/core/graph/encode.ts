import neo4j from "neo4j-driver";

/**
 * Parameters as Bolt sends them. JavaScript has one kind of number and Neo4j two: whole numbers go as integers, so that
 * LIMIT accepts them and they come back exact, but a list is sent as one kind throughout, since a property must be.
 */
export function encodeParams(value: unknown): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value))
    return value.every((item) => typeof item === "number") ? encodeNumbers(value) : value.map(encodeParams);
  if (value === null || typeof value !== "object") return value ?? null;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, encodeParams(item)]));
}

function encodeNumbers(numbers: readonly number[]): unknown[] {
  return numbers.every(Number.isSafeInteger) ? numbers.map((number) => neo4j.int(number)) : [...numbers];
}
