import type { GraphReader } from "../../core/graph/graph.js";
import { type ClosureBudget, type CompletenessRecord, completeness, withinTime } from "../lineage/completeness.js";
import { type ReachedRecord, requireRoots } from "../lineage/lineage.service.js";
import { type ImpactParams, type ImpactRow, impactStatement } from "./impact.statements.js";
import { reasonOf } from "./reason.js";
import { type ImpactSeverity, rankOf, severityOfRank } from "./severity.js";

const noneRank = rankOf("NONE");

/** Which of the affected nodes to show: worst first, then closest, then by key; backward from the end, in reverse. */
export interface AffectedPage {
  /** Rank at most; null for all. */
  readonly minSeverity: number | null;
  /** Labels; null for all. */
  readonly kinds: readonly string[] | null;
  /** The place that the page lies beyond; null for the edge of the list. */
  readonly position: { readonly severity: number; readonly depth: number; readonly key: string } | null;
  readonly isBackward: boolean;
  /** Rows at most; 0 for none. */
  readonly limit: number;
}

export const noPage: AffectedPage = { minSeverity: null, kinds: null, position: null, isBackward: false, limit: 0 };

/** What does a change to some nodes affect? */
export interface ImpactQuestion {
  readonly roots: readonly string[];
  /** Epoch milliseconds; null is now. */
  readonly asOf: number | null;
  /** The present in epoch milliseconds, where a transaction says what it is; else this process's clock. */
  readonly now?: number;
  /** Whether the roots take part in pages, as what is to be deleted does in what stands against it. */
  readonly hasRootsInPages?: boolean;
  /** Whether to tell the key and the severity of everything that is affected. */
  readonly hasMembers?: boolean;
}

export interface AffectedRecord extends ReachedRecord {
  readonly severity: ImpactSeverity;
  readonly rank: number;
  readonly reason: string;
}

export interface SeverityCountRecord {
  readonly severity: ImpactSeverity;
  readonly rank: number;
  /** Label. */
  readonly kind: string;
  readonly count: number;
}

/** Anything that is affected. */
export interface MemberRecord {
  readonly key: string;
  readonly severity: ImpactSeverity;
}

export interface ImpactRecord {
  /** With what a root itself is, although roots are not among the affected. */
  readonly roots: readonly (ReachedRecord & { readonly severity: ImpactSeverity })[];
  /** The worst that is affected; the worst there is where time ran out before anything was known. */
  readonly severity: ImpactSeverity;
  readonly counts: readonly SeverityCountRecord[];
  readonly production: readonly ReachedRecord[];
  readonly affected: readonly AffectedRecord[];
  /** By key; empty where the question does not ask for them. */
  readonly members: readonly MemberRecord[];
  readonly completeness: CompletenessRecord;
}

/**
 * Answers a question about impact, with one page of what is affected, by one statement.
 * @throws NotFoundError when a root does not exist, or did not at `asOf`.
 */
export async function findImpact(
  graph: GraphReader,
  question: ImpactQuestion,
  page: AffectedPage,
  budget: ClosureBudget,
  signal: AbortSignal,
): Promise<ImpactRecord> {
  const { roots, asOf } = question;
  const rows = await withinTime(
    () => graph.read(impactStatement, toParams(question, page, budget), { timeoutMs: budget.maxMs }),
    signal,
  );
  if (rows === null) return outOfTime(roots);
  requireRoots(
    roots,
    rows.filter(({ part }) => part === "ROOT").map(({ key }) => key ?? ""),
    asOf,
  );
  return toImpact(rows, budget, page.isBackward);
}

function toParams(
  { roots, asOf, now = Date.now(), hasRootsInPages, hasMembers }: ImpactQuestion,
  page: AffectedPage,
  budget: ClosureBudget,
): ImpactParams {
  const { minSeverity, kinds, position, isBackward, limit } = page;
  return {
    roots: [...roots],
    asOf,
    at: asOf ?? now,
    budget: budget.maxNodes + roots.length + 1,
    minDepth: hasRootsInPages === true ? 0 : 1,
    minSeverity,
    kinds: kinds && [...kinds],
    isBackward,
    limit,
    hasMembers: hasMembers === true,
    positionSeverity: position?.severity ?? null,
    positionDepth: position?.depth ?? null,
    positionKey: position?.key ?? null,
  };
}

function toImpact(rows: readonly ImpactRow[], budget: ClosureBudget, isBackward: boolean): ImpactRecord {
  const partOf = (wanted: ImpactRow["part"]): ImpactRow[] => rows.filter(({ part }) => part === wanted);
  const counts = partOf("COUNT")
    .map(toCount)
    .sort((left, right) => left.rank - right.rank || (left.kind < right.kind ? -1 : 1));
  const reached = counts.reduce((sum, { count }) => sum + count, 0);
  const affected = partOf("AFFECTED").map(toAffected);
  return {
    roots: partOf("ROOT").map((row) => ({ ...toReached(row), severity: severityOfRank(row.severity ?? noneRank) })),
    severity: counts[0]?.severity ?? "NONE",
    counts,
    production: partOf("PRODUCTION").map(toReached),
    affected: isBackward ? affected.reverse() : affected,
    members: partOf("MEMBER")
      .map(({ key, severity }) => ({ key: key ?? "", severity: severityOfRank(severity ?? noneRank) }))
      .sort(byKey),
    completeness: completeness(reached, reached > budget.maxNodes ? "NODE_BUDGET" : null),
  };
}

function byKey(left: MemberRecord, right: MemberRecord): number {
  return left.key < right.key ? -1 : 1;
}

function toReached({ key, title, recordedAt, depth }: ImpactRow): ReachedRecord {
  return { key: key ?? "", title, recordedAt: recordedAt ?? 0, depth: depth ?? 0 };
}

function toCount({ severity, kind, count }: ImpactRow): SeverityCountRecord {
  return {
    severity: severityOfRank(severity ?? noneRank),
    rank: severity ?? noneRank,
    kind: kind ?? "",
    count: count ?? 0,
  };
}

function toAffected(row: ImpactRow): AffectedRecord {
  const rank = row.severity ?? noneRank;
  return { ...toReached(row), rank, severity: severityOfRank(rank), reason: reasonOf(row) };
}

/** A failure must never read as "nothing depends on it": where nothing is known, the worst is assumed. */
function outOfTime(roots: readonly string[]): ImpactRecord {
  const unknown = roots.map((key) => ({
    key,
    title: null,
    recordedAt: 0,
    depth: 0,
    severity: "SERVING_PRODUCTION" as const,
  }));
  return {
    roots: unknown,
    severity: "SERVING_PRODUCTION",
    counts: [],
    production: [],
    affected: [],
    members: [],
    completeness: completeness(0, "TIME_BUDGET"),
  };
}
