import { parseValue } from "graphql";
import { BigInt } from "../../../src/core/api/scalars/big-int.scalar.js";
import { DateTime } from "../../../src/core/api/scalars/date-time.scalar.js";

test("a time is serialized as RFC 3339 in UTC, from epoch milliseconds or a Date", () => {
  expect(DateTime.serialize(1_777_716_000_123)).toBe("2026-05-02T10:00:00.123Z");
  expect(DateTime.serialize(new Date(0))).toBe("1970-01-01T00:00:00.000Z");
  expect(() => DateTime.serialize("yesterday")).toThrow("DateTime cannot represent yesterday");
});

test.each(["2026-05-02T12:00:00+02:00", "2026-05-02T10:00:00Z"])(
  "the time %s is parsed to a Date, as a value and as a literal",
  (text) => {
    expect(DateTime.parseValue(text)).toEqual(new Date("2026-05-02T10:00:00Z"));
    expect(DateTime.parseLiteral(parseValue(JSON.stringify(text)))).toEqual(new Date("2026-05-02T10:00:00Z"));
  },
);

test.each(["2026-05-02", "2026-05-02T10:00:00", "2026-13-02T10:00:00Z", "now", 5, null, true])(
  "%j is not a time",
  (value) => {
    expect(() => DateTime.parseValue(value)).toThrow(/DateTime/);
  },
);

test.each([
  [0, 0],
  [-7, -7],
  ["12", 12],
  [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ["-9007199254740991", Number.MIN_SAFE_INTEGER],
])("%j is the integer %d, in both directions", (given, number) => {
  expect(BigInt.parseValue(given)).toBe(number);
  expect(BigInt.serialize(given)).toBe(number);
  expect(BigInt.parseLiteral(parseValue(JSON.stringify(given)))).toBe(number);
});

test.each([
  1.5,
  "1.5",
  "9007199254740992",
  Number.MAX_SAFE_INTEGER + 1,
  NaN,
  Infinity,
  "",
  "x",
  "0x10",
  true,
  null,
  {},
])("%j is not an integer that all sides represent exactly", (value) => {
  expect(() => BigInt.parseValue(value)).toThrow(/is not an integer between/);
});

test.each(["1.5", "true", "[1]", "{ a: 1 }", "9007199254740992", "null"])(
  "the literal %s is not an integer",
  (literal) => {
    expect(() => BigInt.parseLiteral(parseValue(literal))).toThrow(/is not an integer between/);
  },
);
