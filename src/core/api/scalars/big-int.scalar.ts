import { GraphQLError, GraphQLScalarType, Kind, print } from "graphql";

/** An integer that may exceed GraphQL's 32-bit Int, in the range that JSON and Neo4j both represent exactly. */
export const BigInt = new GraphQLScalarType<number, number>({
  name: "BigInt",
  description:
    "An integer between -(2^53-1) and 2^53-1, which JSON represents exactly. Input also accepts a string of decimal digits.",
  serialize: (value) => wholeNumber(value, String(value)),
  parseValue: (value) => wholeNumber(value, JSON.stringify(value)),
  parseLiteral: (node) =>
    wholeNumber(node.kind === Kind.INT || node.kind === Kind.STRING ? node.value : null, print(node)),
});

function wholeNumber(value: unknown, shown: string): number {
  const number = typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof number === "number" && Number.isSafeInteger(number)) return number;
  throw new GraphQLError(`BigInt cannot represent ${shown}: it is not an integer between -(2^53-1) and 2^53-1`);
}
