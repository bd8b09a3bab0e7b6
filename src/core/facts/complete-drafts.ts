import { AppError, NotFoundError } from "../shared/errors.js";
import type { DraftableFact, PointerDraft, ResolvePointer } from "./draft.js";
import { type DraftResult, pointerId } from "./fact-plan.js";

type Pointer = Pick<PointerDraft, "owner" | "name">;

/** A fact drafted before it is known where movable names point: final where it uses none. */
export interface FirstDraft {
  readonly fact: DraftableFact;
  readonly result: DraftResult;
  readonly uses: readonly Pointer[];
}

/** Drafts a fact with every movable name pointing nowhere in particular, to learn which ones it uses. */
export function draftFirst(fact: DraftableFact): FirstDraft {
  const uses: Pointer[] = [];
  const result = tryDraft(fact, (owner, name) => (uses.push({ owner, name }), owner));
  return { fact, result, uses };
}

/** The movable names that the drafts use or move. */
export function pointersNeeded(drafts: readonly FirstDraft[]): Pointer[] {
  const needed = drafts.flatMap(({ result, uses }) => [...uses, ...pointersOf(result)]);
  return [...new Map(needed.map(({ owner, name }) => [pointerId(owner, name), { owner, name }])).values()];
}

/**
 * Completes the drafts in order: a name that an earlier fact moves is seen moved by the later ones. Only facts that use
 * one are drafted again, since drafting may mean to read a whole requirements file.
 */
export function completeDrafts(
  drafts: readonly FirstDraft[],
  aliases: ReadonlyMap<string, string | null>,
): DraftResult[] {
  const current = new Map(aliases);
  const resolve: ResolvePointer = (owner, name) => {
    const target = current.get(pointerId(owner, name));
    if (!target)
      throw new NotFoundError(
        `${owner} has no alias ${JSON.stringify(name)}; set it with setModelAlias, or reference the version`,
        { owner, alias: name },
      );
    return target;
  };
  return drafts.map(({ fact, result, uses }) => {
    const completed = uses.length === 0 ? result : tryDraft(fact, resolve);
    for (const { owner, name, to } of pointersOf(completed)) current.set(pointerId(owner, name), to);
    return completed;
  });
}

function pointersOf(result: DraftResult): readonly PointerDraft[] {
  return result instanceof AppError ? [] : (result.pointers ?? []);
}

function tryDraft(fact: DraftableFact, resolve: ResolvePointer): DraftResult {
  try {
    return fact.draft(resolve);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
