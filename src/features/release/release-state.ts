import { isSamePerson, personOf } from "../../core/shared/person.js";

/** How far a release is; the last three are final. */
export const releaseStates = ["PROPOSED", "APPROVED", "REJECTED", "DEPLOYED", "WITHDRAWN"] as const;
export type ReleaseState = (typeof releaseStates)[number];

/** Events of a release. An approval either reaches the number that the policy requires, or not yet. */
export const releaseEvents = ["APPROVED_PARTLY", "APPROVED_ENOUGH", "REJECTED", "DEPLOYED", "WITHDRAWN"] as const;
export type ReleaseEvent = (typeof releaseEvents)[number];

/** Both states that are not final allow the same events: the number of approvals is checked at deployment, by the policy of that time. */
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

/** The next state, or null if the event is not possible in this state. */
export function stateAfter(state: ReleaseState, event: ReleaseEvent): ReleaseState | null {
  return transitions[state][event] ?? null;
}

/** True if the state is final. */
export function isFinal(state: ReleaseState): boolean {
  return Object.keys(transitions[state]).length === 0;
}

/** A review of a release by one person. */
export interface Review {
  readonly by: string;
  readonly at: number;
  readonly approved: boolean;
  readonly note: string | null;
}

/** Adds a review. A person's later review replaces the earlier one. */
export function withReview(reviews: readonly Review[], review: Review): Review[] {
  return [...reviews.filter(({ by }) => !isSamePerson(by, review.by)), review];
}

/** Number of approvals that count. The author's own counts only if the policy allows it. */
export function countApprovals(reviews: readonly Review[], author: string, authorMayApprove: boolean): number {
  // Reviews that were stored before names were compared as persons may contain several of one person; the last one counts.
  const last = new Map(reviews.map((review) => [personOf(review.by), review]));
  return [...last.values()].filter(({ by, approved }) => approved && (authorMayApprove || !isSamePerson(by, author)))
    .length;
}
