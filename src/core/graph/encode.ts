import neo4j from "neo4j-driver";

/**
 * Encodes parameters for Bolt. JavaScript has one number type and Neo4j has two: whole numbers are sent as integers, which
 * LIMIT requires and which are exact. The numbers of a list all have the same type, as a property requires.
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
