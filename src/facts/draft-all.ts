import { AppError, NotFoundError } from "../shared/errors.js";
import type { PointerDraft, ResolvePointer } from "./draft.js";
import { type DraftResult, pointerId } from "./fact-plan.js";
import type { DraftableFact } from "./fact-writer.js";

type Pointer = Pick<PointerDraft, "owner" | "name">;

/** The movable names that the facts use or move: a dry run of the drafts, which are pure, finds them. */
export function pointersNeeded(facts: readonly DraftableFact[]): Pointer[] {
  const needed = new Map<string, Pointer>();
  const note = (owner: string, name: string): void => void needed.set(pointerId(owner, name), { owner, name });
  for (const result of facts.map((fact) => tryDraft(fact, (owner, name) => (note(owner, name), owner)))) {
    if (!(result instanceof AppError)) result.pointers?.forEach(({ owner, name }) => note(owner, name));
  }
  return [...needed.values()];
}

/** Drafts the facts in order: a name that an earlier fact moves is seen moved by the later ones. */
export function draftAll(facts: readonly DraftableFact[], aliases: ReadonlyMap<string, string | null>): DraftResult[] {
  const current = new Map(aliases);
  const resolve: ResolvePointer = (owner, name) => {
    const target = current.get(pointerId(owner, name));
    if (!target) throw new NotFoundError(`${owner} has no alias ${JSON.stringify(name)}; set it with setModelAlias, or name the version`, { owner, alias: name });
    return target;
  };
  return facts.map((fact) => {
    const result = tryDraft(fact, resolve);
    if (!(result instanceof AppError)) for (const { owner, name, to } of result.pointers ?? []) current.set(pointerId(owner, name), to);
    return result;
  });
}

function tryDraft(fact: DraftableFact, resolve: ResolvePointer): DraftResult {
  try {
    return fact.draft(resolve);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
