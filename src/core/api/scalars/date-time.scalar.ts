import { GraphQLScalarType } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";

/** A moment: RFC 3339 text outside; a Date when it comes in, epoch milliseconds when it goes out. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description:
    "An RFC 3339 date-time with an offset, such as `2026-05-02T10:00:00Z`. Returned in UTC with millisecond precision.",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339",
  serialize: (value) => {
    if (typeof value === "number" || value instanceof Date) return new Date(value).toISOString();
    throw new TypeError(`DateTime cannot represent ${String(value)}`);
  },
  parseValue: (value) => GraphQLDateTime.parseValue(value),
  parseLiteral: (node, variables) => GraphQLDateTime.parseLiteral(node, variables),
});
