import { AppError, NotFoundError } from "../shared/errors.js";
import type { Draft, Pointer, PointerDraft, ResolvePointer } from "./draft.js";
import { type DraftResult, pointerId } from "./fact-plan.js";

/** A fact, drafted as far as possible without the ledger's lock. */
export interface DraftedFact {
  /** Final unless the fact uses a pointer. */
  readonly draft: DraftResult;
  /** The pointers whose targets the draft depends on. */
  readonly uses: readonly Pointer[];
  /** Drafts the fact again with the targets that pointers have under the lock. */
  readonly redraft: (resolve: ResolvePointer) => DraftResult;
}

/** Drafts a fact with placeholders for the targets of pointers. `draft` must be pure, because it may run twice. */
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
 * Completes drafts in order: a fact sees the pointers that earlier facts move. Only facts that use a pointer are drafted
 * again, because drafting may involve reading a whole requirements file.
 */
export function completeDrafts(
  facts: readonly DraftedFact[],
  targets: ReadonlyMap<string, string | null>,
): DraftResult[] {
  const current = new Map(targets);
  const resolve: ResolvePointer = (owner, name) => {
    const target = current.get(pointerId(owner, name));
    if (target) return target;
    throw new NotFoundError(
      `${owner} has no alias ${JSON.stringify(name)}; set it with setModelAlias, or reference the version`,
      { owner, alias: name },
    );
  };
  return facts.map(({ draft, uses, redraft }) => {
    const completed = uses.length === 0 ? draft : redraft(resolve);
    for (const { owner, name, to } of movesOf(completed)) current.set(pointerId(owner, name), to);
    return completed;
  });
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
