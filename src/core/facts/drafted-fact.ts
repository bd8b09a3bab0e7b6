import { AppError, NotFoundError } from "../shared/errors.js";
import type { Draft, EdgeDraft, KnownPointer, Pointer, PointerDraft, ResolvePointer } from "./draft.js";

/** The draft of a fact, or the error of drafting it. */
export type DraftResult = Draft | AppError;

/** A fact, drafted as far as possible without the ledger's lock. */
export interface DraftedFact {
  /** Final unless the fact uses a pointer. */
  readonly draft: DraftResult;
  /** The pointers whose targets the draft depends on. */
  readonly uses: readonly Pointer[];
  /** Drafts the fact again with the targets that pointers have under the lock. */
  readonly redraft: (resolve: ResolvePointer) => DraftResult;
}

/** Drafts a fact with placeholders for the targets of pointers. `draft` must be pure, because it may run several times. */
export function toDraftedFact(draft: (resolve: ResolvePointer) => Draft): DraftedFact {
  const uses: Pointer[] = [];
  const redraft = (resolve: ResolvePointer): DraftResult => tryDraft(draft, resolve);
  return { draft: redraft((owner, name) => (uses.push({ owner, name }), owner)), uses, redraft };
}

/** The distinct pointers that the facts use or move. */
export function pointersOf(facts: readonly DraftedFact[]): Pointer[] {
  const all = facts.flatMap(({ draft, uses }) => [...uses, ...movesOf(draft)]);
  return [...new Map(all.map(({ owner, name }) => [pointerId(owner, name), { owner, name }])).values()];
}

/**
 * Every draft that a fact may have, for loading what they reference. A fact that uses a pointer has one for each target
 * that the pointer has or may get from the facts. Only such facts are drafted again, because drafting may involve reading
 * a whole requirements file.
 */
export function possibleDrafts(
  facts: readonly DraftedFact[],
  pointers: ReadonlyMap<string, KnownPointer>,
): readonly DraftResult[] {
  const targets = possibleTargets(facts, pointers);
  return facts.flatMap(({ draft, uses, redraft }) => {
    const counts = uses.map(({ owner, name }) => targets.get(pointerId(owner, name))?.length ?? 0);
    if (counts.length === 0) return [draft];
    // What one pointer contributes to a draft does not depend on the others, so it is enough that each target occurs once.
    return Array.from({ length: Math.max(...counts) }, (_, index) =>
      redraft((owner, name) => {
        const possible = targets.get(pointerId(owner, name)) ?? [];
        return possible[Math.min(index, possible.length - 1)] ?? owner;
      }),
    );
  });
}

/** Resolves pointers to their recorded targets. Throws a NotFoundError for a pointer without one. */
export function resolverOf(pointers: ReadonlyMap<string, KnownPointer>): ResolvePointer {
  return (owner, name) => {
    const target = pointers.get(pointerId(owner, name))?.to;
    if (target) return target;
    throw new NotFoundError(
      `${owner} has no alias ${JSON.stringify(name)}; set it with setModelAlias, or reference the version`,
      { owner, alias: name },
    );
  };
}

export function pointerId(owner: string, name: string): string {
  return JSON.stringify([owner, name]);
}

/** Identifies a relationship. Two nodes may be connected in several roles. */
export function edgeId({ kind, upstream, downstream, role }: EdgeDraft): string {
  return JSON.stringify([kind, upstream, downstream, role]);
}

function possibleTargets(
  facts: readonly DraftedFact[],
  pointers: ReadonlyMap<string, KnownPointer>,
): Map<string, string[]> {
  const targets = new Map([...pointers].map(([id, { to }]) => [id, new Set(to === null ? [] : [to])]));
  for (const { owner, name, to } of facts.flatMap(({ draft }) => movesOf(draft))) {
    const id = pointerId(owner, name);
    if (to !== null) targets.set(id, (targets.get(id) ?? new Set()).add(to));
  }
  return new Map([...targets].map(([id, possible]) => [id, [...possible]]));
}

function movesOf(draft: DraftResult): readonly PointerDraft[] {
  return draft instanceof AppError ? [] : (draft.pointers ?? []);
}

function tryDraft(draft: (resolve: ResolvePointer) => Draft, resolve: ResolvePointer): DraftResult {
  try {
    return draft(resolve);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
