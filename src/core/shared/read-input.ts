import type { z } from "zod";
import { InvalidInputError } from "./errors.js";

/** The maximum number of reported problems of one input. The first ones usually explain the rest. */
const maxProblems = 5;

/**
 * Validates the input of a mutation.
 * @throws InvalidInputError with each invalid field and its value.
 */
export function readInput<Input>(shape: z.ZodType<Input>, given: unknown): Input {
  const { data, error } = shape.safeParse(given);
  if (!error) return data;
  throw new InvalidInputError(describeProblems(error, given, "input"), { problems: error.issues.length });
}

/** Describes the problems of an input: each field with its problem and value. `whole` names the input itself. */
export function describeProblems({ issues }: z.ZodError, given: unknown, whole: string): string {
  return issues
    .slice(0, maxProblems)
    .map((issue) => describeProblem(issue, given, whole))
    .join("; ");
}

/** Describes one problem of an input: the field, the problem and the value. */
export function describeProblem(
  { path, message }: Pick<z.core.$ZodIssue, "path" | "message">,
  given: unknown,
  whole: string,
): string {
  return `${path.join(".") || whole}: ${message}${valueAt(given, path)}`;
}

/** The value that has a problem, shortened for reading. */
function valueAt(given: unknown, path: readonly PropertyKey[]): string {
  let value: unknown = given;
  for (const step of path) value = typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined;
  if (value === undefined || (typeof value === "object" && value !== null)) return "";
  const text = typeof value === "number" ? String(value) : JSON.stringify(value);
  return ` (given: ${text.length > 80 ? `${text.slice(0, 77).toWellFormed()}…` : text})`;
}
