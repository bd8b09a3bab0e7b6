import { parseValue } from "graphql";
import { z } from "zod";
import { DateTime } from "../../../src/core/api/scalars/date-time.scalar.js";
import { instant } from "../../../src/core/shared/fact-fields.js";
import { parseInstant } from "../../../src/core/shared/instant.js";

const fact = z.object({ at: instant });

test.each([
  ["2026-05-02T10:00:00Z", "2026-05-02T10:00:00.000Z"],
  ["2026-05-02T12:00:00+02:00", "2026-05-02T10:00:00.000Z"],
  ["2026-05-02T10:00Z", "2026-05-02T10:00:00.000Z"],
  ["2026-05-02t10:00:00.123456789z", "2026-05-02T10:00:00.123Z"],
  ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
  ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
])("%s is a time in GraphQL and in facts", (text, iso) => {
  const at = Date.parse(iso);
  expect(parseInstant(text)).toBe(at);
  expect(fact.parse({ at: text })).toEqual({ at });
  expect(DateTime.parseValue(text).getTime()).toBe(at);
  expect(DateTime.parseLiteral(parseValue(JSON.stringify(text))).getTime()).toBe(at);
});

test.each([
  ["2026-05-02", /has no time of day and no offset/],
  ["2026-05-02T10:00:00", /has no offset; append Z or an offset such as \+02:00/],
  ["2026-05-02 10:00:00Z", /has a space between date and time; write T/],
  ["2026-02-30T10:00:00Z", /has a date, time or offset that does not exist/],
  ["2026-13-02T10:00:00Z", /has a date, time or offset that does not exist/],
  ["2026-05-02T24:00:00Z", /is not an RFC 3339 time/],
  ["2026-05-02T23:59:60Z", /is not an RFC 3339 time/],
  ["2026-05-02T10:00:00+25:00", /has a date, time or offset that does not exist/],
  ["0000-12-31T00:00:00Z", /is before the year 1/],
  ["now", /is not an RFC 3339 time/],
  ["", /is not an RFC 3339 time/],
  [1_777_716_000_123, /is a number; write the time as RFC 3339 text/],
  [null, /is not RFC 3339 text/],
  [true, /is not RFC 3339 text/],
])("%j is refused in GraphQL and in facts with the same reason", (value, reason) => {
  expect(() => DateTime.parseValue(value)).toThrow(reason);
  expect(fact.safeParse({ at: value }).error?.issues.map(({ message }) => message)).toEqual([
    expect.stringMatching(reason),
  ]);
});
