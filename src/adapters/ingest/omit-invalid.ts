import { fact } from "./fact.js";

/** A fact that was not checked: the name of a mutation and its input. */
export interface Candidate {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export type Issue = NonNullable<ReturnType<typeof fact.safeParse>["error"]>["issues"][number];

/** An invalid part of a fact, and the input that contained it. */
export interface Omission {
  readonly issue: Issue;
  readonly input: Candidate["input"];
}

/** A fact without its invalid parts. The candidate is null if an invalid part may not be omitted. */
export interface ReducedFact {
  readonly candidate: Candidate | null;
  readonly omissions: readonly Omission[];
  /** The problems that remain if there is no candidate. */
  readonly issues: readonly Issue[];
}

/** Whether a fact may be recorded without the part that has a problem. */
export type MayOmit = (candidate: Candidate, issue: Issue) => boolean;

/**
 * Omits the invalid parts of a fact. Of an entry of a list, an optional field is omitted; the whole entry, if the field
 * is required.
 */
export function omitInvalid(given: Candidate, mayOmit: MayOmit): ReducedFact {
  const omissions: Omission[] = [];
  let candidate = given;
  for (;;) {
    const { operation, input } = candidate;
    const issues = issuesOf(candidate);
    if (issues.length === 0) return { candidate, omissions, issues };
    if (!issues.every((issue) => isPartOf(input, issue) && mayOmit(candidate, issue)))
      return { candidate: null, omissions, issues };
    omissions.push(...issues.map((issue) => ({ issue, input })));
    candidate = { operation, input: without(candidate, issues) };
  }
}

export function issuesOf(candidate: unknown): readonly Issue[] {
  return fact.safeParse(candidate).error?.issues ?? [];
}

/** False for a problem of the whole fact, and for a required field that is missing. */
function isPartOf(input: Candidate["input"], { path: [, field] }: Issue): boolean {
  return typeof field === "string" && field in input;
}

function without({ operation, input }: Candidate, issues: readonly Issue[]): Candidate["input"] {
  const rest: Record<string, unknown> = { ...input };
  const entries = new Map<string, Map<number, Issue[]>>();
  for (const issue of issues) {
    const [, field, index] = issue.path;
    if (typeof field !== "string") continue;
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
      [...entries].flatMap(([field, found]) =>
        field in input
          ? [
              [
                field,
                listOf(input[field]).flatMap((entry, index) => {
                  const issues = found.get(index);
                  return issues ? changed(entry, issues, `${field} ${index}`) : [entry];
                }),
              ],
            ]
          : [],
      ),
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
