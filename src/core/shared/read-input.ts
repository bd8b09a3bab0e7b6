import type { z } from "zod";
import { InvalidInputError } from "./errors.js";

/** The most problems of one input that are told: the first ones usually explain the rest. */
const maxProblems = 5;

/**
 * The input of a mutation, checked by its shape.
 * @throws InvalidInputError that names each field that does not fit, with its value.
 */
export function readInput<Input>(shape: z.ZodType<Input>, given: unknown): Input {
  const { data, error } = shape.safeParse(given);
  if (!error) return data;
  throw new InvalidInputError(describeProblems(error, given, "input"), { problems: error.issues.length });
}

/** What is wrong with an input: each field with its problem and its value; `whole` names what has no field. */
export function describeProblems({ issues }: z.ZodError, given: unknown, whole: string): string {
  return issues
    .slice(0, maxProblems)
    .map(({ path, message }) => `${path.join(".") || whole}: ${message}${valueAt(given, path)}`)
    .join("; ");
}

/** The value that a problem is about, as far as it is short enough to be read. */
function valueAt(given: unknown, path: readonly PropertyKey[]): string {
  let value: unknown = given;
  for (const step of path) value = typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined;
  if (value === undefined || (typeof value === "object" && value !== null)) return "";
  const text = JSON.stringify(value);
  return ` (given: ${text.length > 80 ? `${text.slice(0, 77).toWellFormed()}…` : text})`;
}
