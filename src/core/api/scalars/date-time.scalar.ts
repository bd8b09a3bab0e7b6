import { GraphQLError, GraphQLScalarType, Kind, print } from "graphql";
import { parseInstant } from "../../shared/instant.js";

/** A time: RFC 3339 text for clients, a Date in arguments, and epoch milliseconds in results. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description:
    "An RFC 3339 date-time with an offset, such as `2026-05-02T10:00:00Z`, from the year 1 to 9999. Returned in UTC with millisecond precision.",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339",
  serialize: (value) => {
    if (typeof value === "number" || value instanceof Date) return new Date(value).toISOString();
    throw new TypeError(`DateTime cannot represent ${String(value)}`);
  },
  parseValue: (value) => toDate(value, JSON.stringify(value)),
  parseLiteral: (node) => toDate(node.kind === Kind.STRING ? node.value : null, print(node)),
});

function toDate(value: unknown, shown: string): Date {
  const read = parseInstant(value);
  if (typeof read === "number") return new Date(read);
  throw new GraphQLError(`DateTime cannot represent ${shown}: it ${read.problem}`);
}
