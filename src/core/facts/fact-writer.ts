import { requestKeyOf, resultOfRepeated } from "../graph/decisions.js";
import { digestOfJson } from "../shared/hash-chain.js";
import type { EarlierOutcome, Ledger, LedgerTransaction } from "../graph/ledger.js";
import { AppError, ConflictError } from "../shared/errors.js";
import type { Draft, Fields, ResolvePointer } from "./draft.js";
import { type DraftedFact, toDraftedFact } from "./drafted-fact.js";
import type { FactOutcome, FactPlan } from "./fact-plan.js";
import { type AfterSave, writeDrafts } from "./write-drafts.js";

/** A checked fact. */
export interface NamedFact {
  readonly operation: string;
}

/** The facts of one request, recorded as one ledger entry. */
export interface FactRequest<Fact extends NamedFact> {
  readonly by: string;
  readonly facts: readonly Fact[];
  /** The keys of nodes that rejected facts of the request register. The other facts conclude nothing about them. */
  readonly refused?: readonly string[] | undefined;
  readonly idempotencyKey?: string | undefined;
  /** Rejects the request unless the ledger is empty. */
  readonly requiresEmptyLedger?: boolean | undefined;
}

interface Waiting {
  readonly request: FactRequest<NamedFact>;
  readonly requestKey: string;
  readonly bodyDigest: string;
  /** Drafted before the ledger is locked, because all writes wait for the lock. */
  readonly drafts: readonly DraftedFact[];
  readonly resolve: (outcomes: readonly FactOutcome[]) => void;
  readonly reject: (error: unknown) => void;
}

/** The maximum number of facts in one transaction. More facts use more memory and are not faster. */
const maxFactsPerCommit = 2_000;

/**
 * Writes facts with group commit: requests that arrive during a transaction share the next one, and each is acknowledged
 * after that commit.
 */
export class FactWriter<Fact extends NamedFact> {
  readonly #ledger: Ledger;
  readonly #draft: (fact: Fact, resolve: ResolvePointer) => Draft;
  readonly #afterSave: readonly AfterSave[];
  readonly #waiting: Waiting[] = [];
  #isWriting = false;

  constructor(ledger: Ledger, draft: (fact: Fact, resolve: ResolvePointer) => Draft, afterSave: readonly AfterSave[]) {
    this.#ledger = ledger;
    this.#draft = draft;
    this.#afterSave = afterSave;
  }

  /**
   * Writes the facts of one request. Returns the outcome of each, in order.
   * @throws ConflictError when the idempotency key was used with other facts, or the ledger is not empty although the
   * request requires it.
   */
  write(request: FactRequest<Fact>): Promise<readonly FactOutcome[]> {
    const requestKey = requestKeyOf(request.by, request.idempotencyKey);
    return new Promise((resolve, reject) => {
      this.#waiting.push({
        request,
        requestKey,
        bodyDigest: digestOfJson(request.facts),
        drafts: request.facts.map((fact) => toDraftedFact((resolve) => this.#draft(fact, resolve))),
        resolve,
        reject,
      });
      void this.#writeWaiting();
    });
  }

  async #writeWaiting(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    while (this.#waiting.length > 0) await this.#commitGroup(takeGroup(this.#waiting));
    this.#isWriting = false;
  }

  async #commitGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const results = await this.#ledger.transact(
        group.map(({ requestKey }) => requestKey),
        (transaction) => this.#writeGroup(transaction, group),
      );
      group.forEach(({ resolve, reject }, index) => {
        const result = results[index];
        if (Array.isArray(result)) resolve(result as readonly FactOutcome[]);
        else reject(result);
      });
    } catch (error) {
      // A request that the database rejects must not fail the other requests of the group.
      if (group.length > 1 && !isUnavailable(error)) for (const waiting of group) await this.#commitGroup([waiting]);
      else group.forEach(({ reject }) => reject(error));
    }
  }

  async #writeGroup(
    transaction: LedgerTransaction,
    group: readonly Waiting[],
  ): Promise<(readonly FactOutcome[] | Error)[]> {
    const done = new Map<string, EarlierOutcome>();
    // A repeated request has no effect, so the other requests of the group must not see the aliases that it moves.
    const fresh = firstOfEachKey(group)
      .filter(({ requestKey }) => !transaction.earlierOutcome(requestKey))
      .filter(({ request }, index) => !request.requiresEmptyLedger || (index === 0 && transaction.nextSequence === 1));
    const enter = (waiting: Waiting) => (plan: FactPlan) => {
      const sequence = appendEntry(transaction, waiting, plan);
      if (sequence !== null)
        done.set(waiting.requestKey, {
          requestKey: waiting.requestKey,
          bodyDigest: waiting.bodyDigest,
          sequence,
          result: plan.outcomes,
        });
      return sequence;
    };
    const plans = await writeDrafts(
      transaction,
      fresh.map((waiting) => ({
        drafts: waiting.drafts,
        refused: waiting.request.refused,
        enter: enter(waiting),
      })),
      this.#afterSave,
    );
    const outcomes = new Map(fresh.map((waiting, index) => [waiting, plans[index]?.outcomes ?? []]));
    return group.map(
      (waiting) =>
        outcomes.get(waiting) ??
        repeated(waiting, transaction.earlierOutcome(waiting.requestKey) ?? done.get(waiting.requestKey)),
    );
  }
}

function takeGroup(waiting: Waiting[]): Waiting[] {
  const group: Waiting[] = [];
  let facts = 0;
  while (waiting[0] && (group.length === 0 || facts + waiting[0].request.facts.length <= maxFactsPerCommit)) {
    const [next] = waiting.splice(0, 1);
    if (!next) break;
    facts += next.request.facts.length;
    group.push(next);
  }
  return group;
}

/** The first request of each key, in order. Only this one takes effect. */
function firstOfEachKey(group: readonly Waiting[]): Waiting[] {
  const seen = new Set<string>();
  return group.filter(({ requestKey }) => !seen.has(requestKey) && seen.add(requestKey));
}

/** Adds the request to the ledger. Returns null if it changed nothing and has no idempotency key. */
function appendEntry(
  transaction: LedgerTransaction,
  { request, requestKey, bodyDigest }: Waiting,
  plan: FactPlan,
): number | null {
  const isChange = plan.nodes.length + plan.edges.length + plan.pointers.length > 0;
  if (!isChange && request.idempotencyKey === undefined) return null;
  const targets = plan.outcomes.flatMap((outcome) =>
    outcome.status === "NEW" || outcome.status === "CHANGED" ? [outcome.key] : [],
  );
  return transaction.append({
    by: request.by,
    action: actionOf(request.facts),
    targets: [...new Set(targets)],
    detail: {
      facts: request.facts.length,
      outcomes: countOutcomes(plan.outcomes),
      factsDigest: `sha256:${bodyDigest}`,
      ...tombstonedDetail(plan.outcomes),
      ...auditedDetail(plan),
    },
    requestKey,
    bodyDigest,
    result: plan.outcomes,
  });
}

function actionOf(facts: readonly NamedFact[]): string {
  const operations = new Set(facts.map(({ operation }) => operation));
  const [only] = operations;
  return operations.size === 1 && only !== undefined ? only : "recordFacts";
}

function countOutcomes(outcomes: readonly FactOutcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of outcomes) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** Tombstoned nodes that the facts reference, for readers of the ledger; empty if there are none. */
function tombstonedDetail(outcomes: readonly FactOutcome[]): { tombstoned?: string[] } {
  const tombstoned = new Set(
    outcomes.flatMap((outcome) => (outcome.status === "REJECTED" ? [] : (outcome.tombstoned ?? []))),
  );
  return tombstoned.size > 0 ? { tombstoned: [...tombstoned].sort() } : {};
}

/** New values of audited fields, by key and field; empty if there are none. */
function auditedDetail({ nodes }: FactPlan): { changed?: Record<string, Fields> } {
  const changed = nodes.flatMap(({ kind, key, fields }) => {
    const audited = Object.entries(fields).filter(([field]) => kind.audited?.includes(field));
    return audited.length > 0 ? [[key, Object.fromEntries(audited)] as const] : [];
  });
  return changed.length > 0 ? { changed: Object.fromEntries(changed) } : {};
}

function repeated(
  { bodyDigest, request }: Waiting,
  earlier: EarlierOutcome | undefined,
): readonly FactOutcome[] | Error {
  if (!earlier && request.requiresEmptyLedger)
    return new ConflictError("the ledger is not empty, and the request requires that it is");
  if (!earlier) throw new TypeError("an earlier request left no outcome");
  try {
    return resultOfRepeated(earlier, bodyDigest, request.idempotencyKey) as readonly FactOutcome[];
  } catch (error) {
    // A conflict of one request must not fail the other requests of the group.
    if (error instanceof ConflictError) return error;
    throw error;
  }
}

function isUnavailable(error: unknown): boolean {
  return error instanceof AppError && (error.code === "GRAPH_UNAVAILABLE" || error.code === "DEADLINE_EXCEEDED");
}
