import type { LedgerTransaction } from "../graph/ledger.js";
import { ConflictError } from "../shared/errors.js";
import type { EdgeDraft } from "./draft.js";
import { type DraftedFact, pointersOf, possibleDrafts } from "./drafted-fact.js";
import { type FactPlan, type NodeChange, planFacts } from "./fact-plan.js";
import { loadKnownState, loadPointers } from "./known-state.js";
import { type SequencedPlan, saveFacts } from "./save-facts.js";

/** A saved change with its position in the ledger. */
export type Sequenced<Change> = Change & { readonly sequence: number };

/** Everything that a group of entries saved. */
export interface Saved {
  readonly nodes: readonly Sequenced<NodeChange>[];
  readonly edges: readonly Sequenced<EdgeDraft>[];
}

/** Updates state that depends on saved nodes and relationships, in the same transaction. */
export type AfterSave = (transaction: LedgerTransaction, saved: Saved) => Promise<void>;

/** The facts of one ledger entry. */
export interface EntryFacts {
  readonly drafts: readonly DraftedFact[];
  /** The keys of nodes that the request registers and that were refused before they could be drafted. */
  readonly refused?: readonly string[] | undefined;
  /** Enters the plan in the ledger. Returns the sequence of its changes, or null if the plan contains no change. */
  readonly enter: (plan: FactPlan) => number | null;
}

/** Plans the facts of several entries in order, each based on the earlier ones, and saves the changes. Returns the plans. */
export async function writeDrafts(
  transaction: LedgerTransaction,
  entries: readonly EntryFacts[],
  afterSave: readonly AfterSave[],
): Promise<FactPlan[]> {
  const facts = entries.flatMap(({ drafts }) => drafts);
  const pointers = await loadPointers(transaction, pointersOf(facts));
  const state = await loadKnownState(transaction, possibleDrafts(facts, pointers), pointers);
  const plansToSave: SequencedPlan[] = [];
  const plans = entries.map(({ drafts, refused, enter }) => {
    const plan = planFacts(state, drafts, transaction.recordedAt, refused);
    const sequence = enter(plan);
    if (sequence !== null) plansToSave.push({ sequence, plan });
    return plan;
  });
  await saveFacts(transaction, plansToSave);
  const saved: Saved = {
    nodes: plansToSave.flatMap(({ sequence, plan }) => plan.nodes.map((node) => ({ ...node, sequence }))),
    edges: plansToSave.flatMap(({ sequence, plan }) => plan.edges.map((edge) => ({ ...edge, sequence }))),
  };
  for (const update of afterSave) await update(transaction, saved);
  return plans;
}

/**
 * Writes the facts that result from a decision, as part of its entry. Returns the keys of their subjects.
 * @throws ConflictError when one of them is rejected, because a decision is atomic.
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
