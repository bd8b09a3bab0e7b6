import { GraphQLError, GraphQLScalarType } from "graphql";

/** A JSON object of any shape; only answered with, never taken. */
export const JSONObject = new GraphQLScalarType<Record<string, unknown>, Record<string, unknown>>({
  name: "JSONObject",
  description: "A JSON object, as written down when it happened; which fields it has depends on what happened.",
  serialize: (value) => {
    if (isObject(value)) return value;
    throw new GraphQLError("JSONObject cannot represent what is not an object");
  },
  parseValue: () => {
    throw new GraphQLError("JSONObject is not taken as input");
  },
});

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
