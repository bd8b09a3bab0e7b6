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

/**
 * Omits the parts that exceed a limit: one name that is too long must not cost a run its lineage. Of an entry of a list,
 * an optional field is omitted; the whole entry, if the field is required.
 */
export function checkFact(given: FactInput): CheckedFact {
  const whys: string[] = [];
  let candidate: Candidate = given;
  for (;;) {
    const issues = issuesOf(candidate);
    if (issues.length === 0) return { fact: candidate === given ? given : asFact(candidate), whys };
    const input = without(candidate, issues);
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

/** The input without the parts that have an issue; null if an issue remains. */
function without({ operation, input }: Candidate, issues: readonly Issue[]): Candidate["input"] | null {
  const rest: Record<string, unknown> = { ...input };
  const entries = new Map<string, Map<number, Issue[]>>();
  for (const issue of issues) {
    const [, field, index] = issue.path;
    if (typeof field !== "string" || !(field in input)) return null;
    if (typeof index !== "number") Reflect.deleteProperty(rest, field);
    else {
      const ofField = entries.get(field) ?? new Map<number, Issue[]>();
      entries.set(field, ofField.set(index, [...(ofField.get(index) ?? []), issue]));
    }
  }
  return entries.size === 0 ? rest : withoutEntries({ operation, input: rest }, entries);
}

/** The input without fields of list entries, or without the entries that are invalid without these fields. */
function withoutEntries(
  { operation, input }: Candidate,
  entries: ReadonlyMap<string, ReadonlyMap<number, readonly Issue[]>>,
): Candidate["input"] {
  const change = (
    changed: (entry: unknown, issues: readonly Issue[], id: string) => unknown[],
  ): Candidate["input"] => ({
    ...input,
    ...Object.fromEntries(
      [...entries].map(([field, found]) => [
        field,
        listOf(input[field]).flatMap((entry, index) => {
          const issues = found.get(index);
          return issues ? changed(entry, issues, `${field} ${index}`) : [entry];
        }),
      ]),
    ),
  });
  const trial = change((entry, issues) => [withoutFields(entry, issues)]);
  const lost = new Set(
    issuesOf({ operation, input: trial }).map(({ path: [, field, index] }) => `${String(field)} ${String(index)}`),
  );
  return change((entry, issues, id) => (lost.has(id) ? [] : [withoutFields(entry, issues)]));
}

/** The entry without its invalid scalars. A reference is part of the entry's identity, so the entry remains invalid. */
function withoutFields(entry: unknown, issues: readonly Issue[]): unknown {
  if (typeof entry !== "object" || entry === null || issues.some(({ path }) => path.length !== 4)) return entry;
  return Object.fromEntries(Object.entries(entry).filter(([name]) => !issues.some(({ path }) => path[3] === name)));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
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
