import { GraphQLError, GraphQLScalarType } from "graphql";

/** A JSON object of any shape. Output only. */
export const JSONObject = new GraphQLScalarType<Record<string, unknown>, Record<string, unknown>>({
  name: "JSONObject",
  description: "A JSON object. Its fields depend on the recorded action. Output only.",
  serialize: (value) => {
    if (isObject(value)) return value;
    throw new GraphQLError("JSONObject cannot represent a value that is not an object");
  },
  parseValue: () => {
    throw new GraphQLError("JSONObject is not accepted as input");
  },
});

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
