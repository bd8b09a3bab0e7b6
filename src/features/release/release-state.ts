/** How far a release is; the last three are final. */
export const releaseStates = ["PROPOSED", "APPROVED", "REJECTED", "DEPLOYED", "WITHDRAWN"] as const;
export type ReleaseState = (typeof releaseStates)[number];

/** What may happen to a release: an approval completes those that the policy asks for, or does not yet. */
export const releaseEvents = ["APPROVED_PARTLY", "APPROVED_ENOUGH", "REJECTED", "DEPLOYED", "WITHDRAWN"] as const;
export type ReleaseEvent = (typeof releaseEvents)[number];

/** From both states that are not final the same may happen: whether there are approvals enough is checked when it is deployed, by the policy of that moment. */
const fromPending = {
  APPROVED_PARTLY: "PROPOSED",
  APPROVED_ENOUGH: "APPROVED",
  REJECTED: "REJECTED",
  DEPLOYED: "DEPLOYED",
  WITHDRAWN: "WITHDRAWN",
} as const;

const transitions: Readonly<Record<ReleaseState, Readonly<Partial<Record<ReleaseEvent, ReleaseState>>>>> = {
  PROPOSED: fromPending,
  APPROVED: fromPending,
  REJECTED: {},
  DEPLOYED: {},
  WITHDRAWN: {},
};

/** The state that follows, or null where this cannot happen in this state. */
export function stateAfter(state: ReleaseState, event: ReleaseEvent): ReleaseState | null {
  return transitions[state][event] ?? null;
}

/** True where nothing can happen to the release any more. */
export function isFinal(state: ReleaseState): boolean {
  return Object.keys(transitions[state]).length === 0;
}

/** One person's word on a release. */
export interface Review {
  readonly by: string;
  readonly at: number;
  readonly approved: boolean;
  readonly note: string | null;
}

/** The reviews with one more: a person's later review takes the place of the earlier. */
export function withReview(reviews: readonly Review[], review: Review): Review[] {
  return [...reviews.filter(({ by }) => by !== review.by), review];
}

/** How many approvals count; that of who proposed the release only where the policy says so. */
export function countApprovals(reviews: readonly Review[], author: string, authorMayApprove: boolean): number {
  return reviews.filter(({ by, approved }) => approved && (authorMayApprove || by !== author)).length;
}
