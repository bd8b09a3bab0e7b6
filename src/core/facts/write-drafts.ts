import type { LedgerTransaction } from "../graph/ledger.js";
import { ConflictError } from "../shared/errors.js";
import { type FirstDraft, completeDrafts, draftFirst, pointersNeeded } from "./complete-drafts.js";
import type { DraftableFact } from "./draft.js";
import { type FactPlan, planFacts } from "./fact-plan.js";
import { loadKnownState, loadPointers } from "./known-state.js";
import { type SequencedPlan, saveFacts } from "./save-facts.js";

/** Runs after nodes and edges are saved, in the same transaction: brings what depends on them up to date. */
export type AfterSave = (transaction: LedgerTransaction, saved: readonly SequencedPlan[]) => Promise<void>;

/** The facts of one entry of the ledger. */
export interface EntryFacts {
  readonly drafts: readonly FirstDraft[];
  /** Gives the sequence to be stamped on what the plan writes; null where nothing of it is to be written. */
  readonly enter: (plan: FactPlan) => number | null;
}

/** Plans the facts of some entries in their order, each seeing those before it, and saves what they change; answers with their plans. */
export async function writeDrafts(
  transaction: LedgerTransaction,
  entries: readonly EntryFacts[],
  afterSave: readonly AfterSave[],
): Promise<FactPlan[]> {
  const firstDrafts = entries.flatMap(({ drafts }) => drafts);
  const aliases = await loadPointers(transaction, pointersNeeded(firstDrafts));
  const drafts = completeDrafts(firstDrafts, aliases);
  const state = await loadKnownState(transaction, drafts, aliases);
  const saved: SequencedPlan[] = [];
  let offset = 0;
  const plans = entries.map(({ drafts: { length }, enter }) => {
    const plan = planFacts(state, drafts.slice(offset, (offset += length)));
    const sequence = enter(plan);
    if (sequence !== null) saved.push({ sequence, plan });
    return plan;
  });
  await saveFacts(transaction, saved);
  for (const bringUpToDate of afterSave) await bringUpToDate(transaction, saved);
  return plans;
}

/**
 * Writes facts that a decision makes true, as part of its entry; answers with the keys of what they are about.
 * @throws ConflictError when one of them is rejected: a decision takes effect whole, or not at all.
 */
export async function writeDecided(
  transaction: LedgerTransaction,
  facts: readonly DraftableFact[],
  afterSave: readonly AfterSave[],
): Promise<string[]> {
  const [plan] = await writeDrafts(
    transaction,
    [{ drafts: facts.map(draftFirst), enter: requireAccepted(transaction) }],
    afterSave,
  );
  return (plan?.outcomes ?? []).flatMap((outcome) => (outcome.status === "REJECTED" ? [] : [outcome.key]));
}

function requireAccepted({ nextSequence }: LedgerTransaction): EntryFacts["enter"] {
  return ({ outcomes }) => {
    for (const outcome of outcomes)
      if (outcome.status === "REJECTED") throw new ConflictError(outcome.message, outcome.details);
    return nextSequence;
  };
}
