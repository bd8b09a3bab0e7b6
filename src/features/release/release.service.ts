import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { RequestContext } from "../../core/api/context.js";
import type { Decision } from "../../core/graph/decisions.js";
import type { LedgerTransaction } from "../../core/graph/ledger.js";
import { modelVersionRef } from "../../catalog/model/model.shape.js";
import { resolveNodeRefs } from "../../catalog/reference/resolve-node-refs.js";
import { ConflictError, ForbiddenError } from "../../core/shared/errors.js";
import { identifier, line } from "../../core/shared/fact-fields.js";
import { endpointKey, recordKey } from "../../core/shared/key.js";
import { isSamePerson } from "../../core/shared/person.js";
import { readInput } from "../../core/shared/read-input.js";
import { type EvaluatedChecks, evaluateUnderLock } from "./check-evidence.js";
import type { ProposeReleaseInput, ReviewReleaseInput, WithdrawReleaseInput } from "./release.input.js";
import { getRelease, uuidOf } from "./release.repository.js";
import { type ReleaseEvent, type ReleaseState, type Review, isFinal, stateAfter, withReview } from "./release-state.js";
import { createRelease, saveRelease } from "./release.statements.js";
import type { Release } from "./release.type.js";

const idempotencyKey = identifier.nullish();
const named = z.object({ namespace: identifier, name: identifier });
const proposal = z.object({
  endpoint: named,
  modelVersion: modelVersionRef,
  trafficPercent: z.number().min(0).max(100).nullish(),
  note: line.nullish(),
  idempotencyKey,
});
const review = z.object({ release: identifier, approve: z.boolean(), note: line.nullish(), idempotencyKey });
const withdrawal = z.object({ release: identifier, reason: line.nullish(), idempotencyKey });

/** The part of a step stored with its ledger entry: the release's key. */
const step = z.object({ release: z.string() });
type Step = z.output<typeof step>;

/**
 * Proposes a release and returns its key.
 * @throws NotFoundError when the endpoint or the model version does not exist.
 */
export async function proposeRelease(context: RequestContext, input: ProposeReleaseInput): Promise<string> {
  const { idempotencyKey: key, ...asked } = readInput(proposal, input);
  const {
    principal: { name: by },
    closureBudget: { maxMs },
  } = context;
  return take(context, "proposeRelease", asked, key, async (transaction) => {
    const [modelVersionKey = ""] = await resolveNodeRefs(transaction.reader, [{ modelVersion: input.modelVersion }]);
    const about = {
      modelVersionKey,
      endpointKey: endpointKey(asked.endpoint.namespace, asked.endpoint.name),
      proposedBy: by,
      reviews: [],
    };
    const evaluated = await evaluateUnderLock(transaction, about, maxMs);
    const id = randomUUID();
    const state = isEnough(evaluated) ? "APPROVED" : "PROPOSED";
    const trafficPercent = asked.trafficPercent ?? 100;
    await transaction.run(createRelease, {
      id,
      state,
      by,
      trafficPercent,
      note: asked.note ?? null,
      modelVersionKey,
      endpointKey: about.endpointKey,
      checks: JSON.stringify(evaluated.checks),
      policy: JSON.stringify(evaluated.policy),
      recordedAt: transaction.recordedAt,
      sequence: transaction.nextSequence,
    });
    return entry(recordKey("release", id), about, { state, trafficPercent, note: asked.note ?? null });
  });
}

/**
 * Records a review of a release and returns the release's key.
 * @throws ForbiddenError when the author approves and the policy does not count that approval.
 * @throws NotFoundError when there is no such release; ConflictError when it is closed.
 */
export async function reviewRelease(context: RequestContext, input: ReviewReleaseInput): Promise<string> {
  const { idempotencyKey: key, ...asked } = readInput(review, input);
  const {
    principal: { name: by },
    closureBudget: { maxMs },
  } = context;
  return take(context, "reviewRelease", asked, key, async (transaction) => {
    const release = await getRelease(transaction.reader, asked.release);
    requirePending(release, "reviewed");
    const given: Review = { by, at: transaction.recordedAt, approved: asked.approve, note: asked.note ?? null };
    const reviews = withReview(release.approvals, given);
    const evaluated = await evaluateUnderLock(transaction, { ...release, reviews }, maxMs);
    if (asked.approve && isSamePerson(by, release.proposedBy) && !evaluated.policy.authorMayApprove)
      throw ownApproval(release, by);
    const event = !asked.approve ? "REJECTED" : isEnough(evaluated) ? "APPROVED_ENOUGH" : "APPROVED_PARTLY";
    const state = await saveStep(transaction, release, event, {
      by,
      reason: event === "REJECTED" ? given.note : null,
      reviews,
      evaluated,
    });
    return entry(release.key, release, { state, approved: asked.approve, note: given.note });
  });
}

/**
 * Withdraws a release and returns its key.
 * @throws NotFoundError when there is no such release; ConflictError when it is closed.
 */
export async function withdrawRelease(context: RequestContext, input: WithdrawReleaseInput): Promise<string> {
  const { idempotencyKey: key, ...asked } = readInput(withdrawal, input);
  return take(context, "withdrawRelease", asked, key, async (transaction) => {
    const release = await getRelease(transaction.reader, asked.release);
    const state = await saveStep(transaction, release, "WITHDRAWN", {
      by: context.principal.name,
      reason: asked.reason ?? null,
    });
    return entry(release.key, release, { state, reason: asked.reason ?? null });
  });
}

/** The changes of a step; omitted fields stay as they are. */
interface StepChange {
  readonly by: string;
  readonly reason: string | null;
  readonly reviews?: readonly Review[];
  readonly evaluated?: Pick<EvaluatedChecks, "checks" | "policy">;
  readonly override?: boolean;
}

/**
 * Moves a release to its next state and saves it.
 * @throws ConflictError when the event is not possible in the release's state.
 */
export async function saveStep(
  transaction: LedgerTransaction,
  release: Release,
  event: ReleaseEvent,
  change: StepChange,
): Promise<ReleaseState> {
  const state = stateAfter(release.state, event);
  if (state === null) throw closedRelease(release, event.toLowerCase());
  await saveState(transaction, release, state, change);
  return state;
}

/** Saves the state of a release. */
export async function saveState(
  transaction: LedgerTransaction,
  release: Release,
  state: ReleaseState,
  { by, reason, reviews, evaluated, override = false }: StepChange,
): Promise<void> {
  const isClosed = isFinal(state);
  await transaction.run(saveRelease, {
    id: uuidOf(release.key) ?? "",
    state,
    override,
    reviews: JSON.stringify(reviews ?? release.approvals),
    checks: JSON.stringify(evaluated?.checks ?? release.checks),
    policy: JSON.stringify(evaluated?.policy ?? release.policy),
    closedAt: isClosed ? transaction.recordedAt : null,
    closedBy: isClosed ? by : null,
    closeReason: isClosed ? reason : null,
    recordedAt: transaction.recordedAt,
  });
}

/** @throws ConflictError when the release is closed. */
export function requirePending(release: Release, action: string): void {
  if (isFinal(release.state)) throw closedRelease(release, action);
}

function closedRelease({ key, state, closedBy, closedAt }: Release, action: string): ConflictError {
  const since = closedAt === null ? "" : ` since ${new Date(closedAt).toISOString()} (by ${closedBy ?? "unknown"})`;
  return new ConflictError(`${key} has been ${state}${since} and cannot be ${action}; propose a new release`, {
    release: key,
    state,
  });
}

function ownApproval({ key, endpointKey: endpoint }: Release, by: string): ForbiddenError {
  return new ForbiddenError(
    `${by} proposed ${key}, and the policy of ${endpoint} does not count the author's approval; ask another person to review the release`,
    { release: key },
  );
}

function isEnough({ approvals, policy: { requiredApprovals } }: EvaluatedChecks): boolean {
  return approvals >= requiredApprovals;
}

function entry(
  release: string,
  { endpointKey: endpoint, modelVersionKey }: Pick<Release, "endpointKey" | "modelVersionKey">,
  detail: object,
): Decision<Step> {
  return { result: { release }, targets: [release, endpoint, modelVersionKey], detail: { ...detail } };
}

async function take(
  { decisions }: RequestContext,
  action: string,
  body: unknown,
  key: string | null | undefined,
  decide: (transaction: LedgerTransaction) => Promise<Decision<Step>>,
): Promise<string> {
  const { release } = await decisions.take({ action, body, idempotencyKey: key }, step, decide);
  return release;
}
