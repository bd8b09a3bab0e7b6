/** A column as text, whatever its SQLite type; null stays null. */
export function textOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  return value instanceof Uint8Array ? Buffer.from(value).toString("utf8") : null;
}

/** A column as text; the empty text if it is null. */
export function requiredText(value: unknown): string {
  return textOf(value) ?? "";
}

/** A column as a number; null if it is not one. */
export function numberOf(value: unknown): number | null {
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  const text = typeof value === "string" ? value.trim() : "";
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : null;
}

/** Databases refuse infinities, so MLflow stores the largest finite number instead. */
export function metricValueOf(value: unknown, isNan: unknown): number {
  const number = numberOf(value);
  if (number === null || numberOf(isNan) === 1) return Number.NaN;
  return Math.abs(number) >= Number.MAX_VALUE ? Math.sign(number) * Number.POSITIVE_INFINITY : number;
}
