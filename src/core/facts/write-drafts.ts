import type { LedgerTransaction } from "../graph/ledger.js";
import { ConflictError } from "../shared/errors.js";
import { type DraftedFact, completeDrafts, pointersOf } from "./drafted-fact.js";
import { type FactPlan, type NodeChange, planFacts } from "./fact-plan.js";
import { loadKnownState, loadPointers } from "./known-state.js";
import { type SequencedPlan, saveFacts } from "./save-facts.js";

/** Updates what depends on the nodes that a transaction has saved, in the same transaction. */
export type AfterSave = (transaction: LedgerTransaction, saved: readonly NodeChange[]) => Promise<void>;

/** The facts of one entry of the ledger. */
export interface EntryFacts {
  readonly drafts: readonly DraftedFact[];
  /** Enters the plan in the ledger; returns the sequence to stamp on its changes, or null if nothing is to be written. */
  readonly enter: (plan: FactPlan) => number | null;
}

/** Plans the facts of several entries in order, each seeing those before it, and saves the changes; returns the plans. */
export async function writeDrafts(
  transaction: LedgerTransaction,
  entries: readonly EntryFacts[],
  afterSave: readonly AfterSave[],
): Promise<FactPlan[]> {
  const facts = entries.flatMap(({ drafts }) => drafts);
  const targets = await loadPointers(transaction, pointersOf(facts));
  const drafts = completeDrafts(facts, targets);
  const state = await loadKnownState(transaction, drafts, targets);
  const saved: SequencedPlan[] = [];
  let offset = 0;
  const plans = entries.map(({ drafts: { length }, enter }) => {
    const plan = planFacts(state, drafts.slice(offset, (offset += length)));
    const sequence = enter(plan);
    if (sequence !== null) saved.push({ sequence, plan });
    return plan;
  });
  await saveFacts(transaction, saved);
  const changes = saved.flatMap(({ plan }) => plan.nodes);
  for (const update of afterSave) await update(transaction, changes);
  return plans;
}

/**
 * Writes the facts that a decision establishes, as part of its entry; returns the keys of their subjects.
 * @throws ConflictError when one of them is rejected: a decision takes effect as a whole or not at all.
 */
export async function writeDecided(
  transaction: LedgerTransaction,
  drafts: readonly DraftedFact[],
  afterSave: readonly AfterSave[],
): Promise<string[]> {
  const [plan] = await writeDrafts(transaction, [{ drafts, enter: requireAccepted(transaction) }], afterSave);
  return (plan?.outcomes ?? []).flatMap((outcome) => (outcome.status === "REJECTED" ? [] : [outcome.key]));
}

function requireAccepted({ nextSequence }: LedgerTransaction): EntryFacts["enter"] {
  return ({ outcomes }) => {
    for (const outcome of outcomes)
      if (outcome.status === "REJECTED") throw new ConflictError(outcome.message, outcome.details);
    return nextSequence;
  };
}
