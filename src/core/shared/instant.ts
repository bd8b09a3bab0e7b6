/** The first moment of the year 1, in epoch milliseconds. */
export const yearOneMs = -62_135_596_800_000;

const parts =
  /^(?<date>\d{4}-\d{2}-\d{2})(?:(?<separator>[T ])(?<time>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)(?<offset>Z|[+-]\d{2}:\d{2})?)?$/i;

/** The reason why a value is not a time. */
export interface InstantProblem {
  readonly problem: string;
}

const example = "such as 2026-05-02T10:00:00Z";

/**
 * Parses RFC 3339 text with an offset as epoch milliseconds. Seconds may be omitted, and digits after milliseconds are
 * ignored. This is the rule of every time that the API and the CLI accept.
 */
export function parseInstant(value: unknown): number | InstantProblem {
  if (typeof value === "number") return { problem: `is a number; write the time as RFC 3339 text, ${example}` };
  if (typeof value !== "string") return { problem: `is not RFC 3339 text, ${example}` };
  const { date, separator, time, offset } = parts.exec(value)?.groups ?? {};
  if (date === undefined) return { problem: `is not an RFC 3339 time, ${example}` };
  if (time === undefined) return { problem: `has no time of day and no offset; write it ${example}` };
  if (separator === " ") return { problem: `has a space between date and time; write T, ${example}` };
  if (offset === undefined) return { problem: `has no offset; append Z or an offset such as +02:00, ${example}` };
  return inCalendar(date, `${date}T${time}${offset}`.toUpperCase());
}

/** JavaScript reads the 30th of February as the 2nd of March. */
function inCalendar(date: string, text: string): number | InstantProblem {
  const midnight = new Date(`${date}T00:00:00Z`);
  const at = Date.parse(text);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== date || Number.isNaN(at))
    return { problem: "has a date, time or offset that does not exist" };
  return at < yearOneMs ? { problem: "is before the year 1" } : at;
}
