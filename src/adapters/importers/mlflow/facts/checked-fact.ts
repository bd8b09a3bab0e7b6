import { type FactInput, fact } from "../../../ingest/fact.js";

/** A fact without its invalid parts, and why each was omitted. The fact is null if its identity is invalid. */
export interface CheckedFact {
  readonly fact: FactInput | null;
  readonly whys: readonly string[];
}

interface Candidate {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}
type Issue = NonNullable<ReturnType<typeof fact.safeParse>["error"]>["issues"][number];

/** Omits the parts that exceed a limit: one name that is too long must not cost a run its lineage. */
export function checkFact(given: FactInput): CheckedFact {
  const whys: string[] = [];
  let candidate: Candidate = given;
  for (;;) {
    const issues = issuesOf(candidate);
    if (issues.length === 0) return { fact: candidate === given ? given : asFact(candidate), whys };
    const input = without(candidate.input, issues);
    if (!input) return { fact: null, whys: whysOfRefusal(given, issues) };
    whys.push(...issues.map((issue) => `${describe(candidate.input, issue)}; omitted`));
    candidate = { operation: candidate.operation, input };
  }
}

function issuesOf(candidate: Candidate): readonly Issue[] {
  return fact.safeParse(candidate).error?.issues ?? [];
}

/** Why the fact is not imported, for each required field that is invalid. */
function whysOfRefusal(given: FactInput, missing: readonly Issue[]): string[] {
  const fields = new Set(missing.map(({ path: [, field] }) => field));
  const reasons = issuesOf(given).filter(({ path: [, field] }) => fields.has(field));
  return (reasons.length > 0 ? reasons : missing).map((issue) => `${describe(given.input, issue)}; it is not imported`);
}

/** The input without the list entries and fields that have an issue; null if an issue remains. */
function without(input: Candidate["input"], issues: readonly Issue[]): Record<string, unknown> | null {
  const rest = { ...input };
  const entries = new Map<string, Set<unknown>>();
  for (const {
    path: [, field, index],
  } of issues) {
    if (typeof field !== "string" || !(field in input)) return null;
    if (typeof index === "number") entries.set(field, (entries.get(field) ?? new Set()).add(index));
    else Reflect.deleteProperty(rest, field);
  }
  for (const [field, indexes] of entries) {
    const list = rest[field];
    if (Array.isArray(list)) rest[field] = list.filter((_, index) => !indexes.has(index));
  }
  return rest;
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
