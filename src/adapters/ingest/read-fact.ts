import type { FactWarning } from "../../core/facts/draft.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { describeProblem, describeProblems } from "../../core/shared/read-input.js";
import { type Fact, fact } from "./fact.js";
import { mayOmit } from "./omissible-fields.js";
import { type Candidate, type Omission, omitInvalid } from "./omit-invalid.js";

/** A checked fact, and what was left out of it. */
export interface ReadFact {
  readonly fact: Fact;
  readonly omitted: readonly Omission[];
}

/** The maximum number of reported omissions of one fact. */
const maxOmissions = 20;

/**
 * Checks the shape of a fact.
 * @throws InvalidInputError with each invalid field and its value.
 */
export function readFact(given: unknown): ReadFact {
  const { data, error } = fact.safeParse(given);
  if (data) return { fact: data, omitted: [] };
  throw new InvalidInputError(describeProblems(error, given, "fact"), { problems: error.issues.length });
}

/**
 * Checks the shape of a fact of a batch. Leaves out invalid descriptions and measurements.
 * @throws InvalidInputError when another field is invalid.
 */
export function readFactOfBatch(given: unknown): ReadFact {
  if (!isCandidate(given) || fact.safeParse(given).success) return readFact(given);
  const { candidate, omissions } = omitInvalid(given, mayOmit);
  return candidate ? { ...readFact(candidate), omitted: omissions } : readFact(given);
}

/** Warns about each part that was left out of the fact with this key. */
export function warnOfOmissions(key: string, omitted: readonly Omission[]): FactWarning[] {
  const warnings = omitted.slice(0, maxOmissions).map(({ issue, input }) => {
    const path = issue.path.slice(1);
    return {
      key,
      field: path.join("."),
      message: `${describeProblem({ ...issue, path }, input, "input")}; ${key} was recorded without it, so correct the value and report it again`,
    };
  });
  const further = omitted.length - warnings.length;
  if (further === 0) return warnings;
  const message = `${further} further invalid values were left out of ${key}; correct them and report them again`;
  return [...warnings, { key, field: String(omitted[maxOmissions]?.issue.path[1]), message }];
}

function isCandidate(given: unknown): given is Candidate {
  return (
    typeof given === "object" &&
    given !== null &&
    "operation" in given &&
    typeof given.operation === "string" &&
    "input" in given &&
    typeof given.input === "object" &&
    given.input !== null
  );
}
