import { type FactInput, fact } from "../../../ingest/fact.js";
import { type Candidate, type Issue, issuesOf, omitInvalid } from "../../../ingest/omit-invalid.js";

/** A fact without its invalid parts, and why each was omitted. The fact is null if its identity is invalid. */
export interface CheckedFact {
  readonly fact: FactInput | null;
  readonly whys: readonly string[];
}

/**
 * Omits the parts that exceed a limit: one name that is too long must not cost a run its lineage. The source cannot be
 * corrected, so references are omitted too; each omission is a problem in the report of the import.
 */
export function checkFact(given: FactInput): CheckedFact {
  const { candidate, omissions, issues } = omitInvalid(given, () => true);
  if (!candidate) return { fact: null, whys: whysOfRefusal(given, issues) };
  const whys = omissions.map(({ issue, input }) => `${describe(input, issue)}; omitted`);
  return { fact: candidate === given ? given : asFact(candidate), whys };
}

/** Why the fact is not imported, for each required field that is invalid. */
function whysOfRefusal(given: FactInput, missing: readonly Issue[]): string[] {
  const fields = new Set(missing.map(({ path: [, field] }) => field));
  const reasons = issuesOf(given).filter(({ path: [, field] }) => fields.has(field));
  return (reasons.length > 0 ? reasons : missing).map((issue) => `${describe(given.input, issue)}; it is not imported`);
}

function describe(input: Candidate["input"], { path: [, field, ...inside], message }: Issue): string {
  const [index, ...names] = inside;
  const list = typeof field === "string" ? input[field] : undefined;
  const value: unknown = Array.isArray(list) && typeof index === "number" ? list[index] : list;
  const text = value === undefined ? "undefined" : JSON.stringify(value);
  const shown = text.length > 120 ? `${text.slice(0, 119)}…` : text;
  return `${String(field)} ${shown}: ${typeof index === "number" ? names.concat(message).join(" ") : [...inside, message].join(" ")}`;
}

function asFact(candidate: unknown): FactInput | null {
  return isFact(candidate) ? candidate : null;
}

function isFact(candidate: unknown): candidate is FactInput {
  return fact.safeParse(candidate).success;
}
