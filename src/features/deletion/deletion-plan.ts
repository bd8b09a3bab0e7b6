import { digestOf } from "../../core/shared/hash-chain.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { type AffectedPage, type ImpactRecord, findImpact, noPage } from "../impact/impact.service.js";
import { rankOf } from "../impact/severity.js";
import type { ClosureBudget } from "../lineage/completeness.js";
import type { Roots } from "../lineage/roots.js";
import type { DeletionVerdict } from "./deletion.enum.js";

/** Nodes of this severity or worse block a deletion. */
const blockingRank = rankOf("PENDING_RELEASE");

/** The requested parts of a plan that have a cost. */
export interface PlanNeeds {
  /** Number of blockers to list. */
  readonly blockerLimit: number;
  /** Whether the token is requested, which requires the key of every affected node. */
  readonly hasToken: boolean;
}

/**
 * The impact of deleting the targets, with one statement. Its page contains the blockers, worst first, targets included.
 * @throws NotFoundError when a target does not exist.
 */
export function findPlan(
  graph: GraphReader,
  { keys: roots, undecided }: Roots,
  { blockerLimit, hasToken }: PlanNeeds,
  budget: ClosureBudget,
  signal: AbortSignal,
  now?: number,
): Promise<ImpactRecord> {
  const page: AffectedPage = { ...noPage, minSeverity: blockingRank, limit: blockerLimit };
  const question = {
    roots,
    undecided,
    asOf: null,
    scope: "DELETION" as const,
    hasRootsInPages: true,
    hasMembers: hasToken,
    ...(now !== undefined && { now }),
  };
  return findImpact(graph, question, page, budget, signal);
}

/**
 * Whether the targets may be deleted. A partial answer never permits a deletion, nor do blind spots if the server is
 * configured so.
 */
export function verdictOf(
  plan: Pick<ImpactRecord, "roots" | "counts" | "completeness">,
  hasBlockingBlindSpots = false,
): DeletionVerdict {
  if (plan.completeness.status === "PARTIAL") return "UNKNOWN";
  if (countBlockers(plan) > 0) return "BLOCKED";
  return hasBlockingBlindSpots ? "UNKNOWN" : "ALLOWED";
}

/** Number of blockers, targets included. */
export function countBlockers({ roots, counts }: Pick<ImpactRecord, "roots" | "counts">): number {
  const blockingTargets = roots.filter(({ severity }) => rankOf(severity) <= blockingRank).length;
  return counts.filter(({ rank }) => rank <= blockingRank).reduce((sum, { count }) => sum + count, blockingTargets);
}

/**
 * Identifies the impact that a person has reviewed: the targets with whether each is already deleted, and every affected
 * node with its severity. Consent to lose a registered version is not consent to lose one that serves production.
 */
export function impactTokenOf({
  roots,
  members,
  completeness,
}: Pick<ImpactRecord, "roots" | "members" | "completeness">): string {
  const targets = sorted(roots.map(({ key, isTombstoned }) => [key, isTombstoned] as const));
  if (completeness.status === "PARTIAL")
    return digestOf({ targets, partial: completeness.reasons, undecided: completeness.undecidedKeys });
  return digestOf({ targets, affected: sorted(members.map(({ key, severity }) => [key, severity] as const)) });
}

function sorted<Entry extends readonly [key: string, ...rest: unknown[]]>(entries: readonly Entry[]): Entry[] {
  return entries.toSorted(([left], [right]) => (left < right ? -1 : 1));
}
