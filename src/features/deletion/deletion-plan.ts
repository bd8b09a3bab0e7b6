import { digestOf } from "../../core/shared/hash-chain.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { type AffectedPage, type ImpactRecord, findImpact, noPage } from "../impact/impact.service.js";
import { rankOf } from "../impact/severity.js";
import type { ClosureBudget } from "../lineage/completeness.js";
import type { DeletionVerdict } from "./deletion.enum.js";

/** Whatever is as bad as this, or worse, stands against a deletion. */
const blockingRank = rankOf("PENDING_RELEASE");

/** What is asked of a plan, as far as it costs something. */
export interface PlanNeeds {
  /** Blockers to list. */
  readonly blockerLimit: number;
  /** Whether the token is asked for, which takes the key of everything that is affected. */
  readonly hasToken: boolean;
}

/**
 * What deleting the targets would affect, by one statement; its page holds the blockers, worst first, targets among them.
 * @throws NotFoundError when a target does not exist.
 */
export function findPlan(
  graph: GraphReader,
  targets: readonly string[],
  { blockerLimit, hasToken }: PlanNeeds,
  budget: ClosureBudget,
  signal: AbortSignal,
  now?: number,
): Promise<ImpactRecord> {
  const page: AffectedPage = { ...noPage, minSeverity: blockingRank, limit: blockerLimit };
  const question = {
    roots: targets,
    asOf: null,
    hasRootsInPages: true,
    hasMembers: hasToken,
    ...(now !== undefined && { now }),
  };
  return findImpact(graph, question, page, budget, signal);
}

/** Whether the targets may be deleted. What is not known never authorises. */
export function verdictOf(plan: Pick<ImpactRecord, "roots" | "counts" | "completeness">): DeletionVerdict {
  if (plan.completeness.status === "PARTIAL") return "UNKNOWN";
  return countBlockers(plan) > 0 ? "BLOCKED" : "ALLOWED";
}

/** How many nodes stand against the deletion, targets among them. */
export function countBlockers({ roots, counts }: Pick<ImpactRecord, "roots" | "counts">): number {
  const blockingTargets = roots.filter(({ severity }) => rankOf(severity) <= blockingRank).length;
  return counts.filter(({ rank }) => rank <= blockingRank).reduce((sum, { count }) => sum + count, blockingTargets);
}

/**
 * Stands for what a person was shown: the targets and whether each is deleted already, and everything that is affected
 * with how badly. Whoever agreed to lose something registered has not agreed to lose what serves production.
 */
export function impactTokenOf({
  roots,
  members,
  completeness,
}: Pick<ImpactRecord, "roots" | "members" | "completeness">): string {
  const targets = sorted(roots.map(({ key, severity }) => [key, severity === "NONE"] as const));
  if (completeness.status === "PARTIAL") return digestOf({ targets, partial: completeness.reason });
  return digestOf({ targets, affected: sorted(members.map(({ key, severity }) => [key, severity] as const)) });
}

function sorted<Entry extends readonly [key: string, ...rest: unknown[]]>(entries: readonly Entry[]): Entry[] {
  return entries.toSorted(([left], [right]) => (left < right ? -1 : 1));
}
