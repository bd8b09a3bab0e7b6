import type { GraphReader } from "../graph/graph.js";
import { type ClosureBudget, type CompletenessRecord, completeness, withinTime } from "../lineage/completeness.js";
import { type ReachedRecord, requireRoots } from "../lineage/lineage.service.js";
import { type ImpactRow, impactStatement } from "./impact.statements.js";
import { reasonOf } from "./reason.js";
import { type ImpactSeverity, severityOfRank } from "./severity.js";

/** Which of the affected nodes to show: worst first, then closest, then by key. */
export interface AffectedPage {
  /** Rank at most; null for all. */
  readonly minSeverity: number | null;
  /** Labels; null for all. */
  readonly kinds: readonly string[] | null;
  readonly after: { readonly severity: number; readonly depth: number; readonly key: string } | null;
  /** Rows at most; 0 for none. */
  readonly limit: number;
}

export const noPage: AffectedPage = { minSeverity: null, kinds: null, after: null, limit: 0 };

/** What does a change to some nodes affect? */
export interface ImpactQuestion {
  readonly roots: readonly string[];
  /** Epoch milliseconds; null is now. */
  readonly asOf: number | null;
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

export interface ImpactRecord {
  readonly roots: readonly ReachedRecord[];
  readonly severity: ImpactSeverity;
  readonly counts: readonly SeverityCountRecord[];
  readonly production: readonly ReachedRecord[];
  readonly affected: readonly AffectedRecord[];
  readonly completeness: CompletenessRecord;
}

/**
 * Answers a question about impact, with one page of what is affected, by one statement.
 * @throws NotFoundError when a root does not exist, or did not at `asOf`.
 */
export async function findImpact(
  graph: GraphReader, { roots, asOf }: ImpactQuestion, { minSeverity, kinds, after, limit }: AffectedPage, budget: ClosureBudget, signal: AbortSignal,
): Promise<ImpactRecord> {
  const params = {
    roots: [...roots], asOf, at: asOf ?? Date.now(), budget: budget.maxNodes + roots.length + 1,
    minSeverity, kinds: kinds && [...kinds], limit,
    afterSeverity: after?.severity ?? null, afterDepth: after?.depth ?? null, afterKey: after?.key ?? null,
  };
  const rows = await withinTime(() => graph.read(impactStatement, params, { timeoutMs: budget.maxMs }), signal);
  if (rows === null) return outOfTime(roots);
  requireRoots(roots, rows.filter(({ part }) => part === "ROOT").map(({ key }) => key ?? ""), asOf);
  return toImpact(rows, budget);
}

function toImpact(rows: readonly ImpactRow[], budget: ClosureBudget): ImpactRecord {
  const counts = rows.filter(({ part }) => part === "COUNT").map(toCount).sort((left, right) => left.rank - right.rank || (left.kind < right.kind ? -1 : 1));
  const reached = counts.reduce((sum, { count }) => sum + count, 0);
  return {
    roots: rows.filter(({ part }) => part === "ROOT").map(toReached),
    severity: counts[0]?.severity ?? "NONE",
    counts,
    production: rows.filter(({ part }) => part === "PRODUCTION").map(toReached),
    affected: rows.filter(({ part }) => part === "AFFECTED").map(toAffected),
    completeness: completeness(reached, reached > budget.maxNodes ? "NODE_BUDGET" : null),
  };
}

function toReached({ key, title, recordedAt, depth }: ImpactRow): ReachedRecord {
  return { key: key ?? "", title, recordedAt: recordedAt ?? 0, depth: depth ?? 0 };
}

function toCount({ severity, kind, count }: ImpactRow): SeverityCountRecord {
  return { severity: severityOfRank(severity ?? 6), rank: severity ?? 6, kind: kind ?? "", count: count ?? 0 };
}

function toAffected(row: ImpactRow): AffectedRecord {
  const rank = row.severity ?? 6;
  return { ...toReached(row), rank, severity: severityOfRank(rank), reason: reasonOf(row, row.key?.startsWith("model-version:") ?? false) };
}

/** Nothing is known: the worst is assumed by nobody, and PARTIAL says so. */
function outOfTime(roots: readonly string[]): ImpactRecord {
  const unknown = roots.map((key) => ({ key, title: null, recordedAt: 0, depth: 0 }));
  return { roots: unknown, severity: "NONE", counts: [], production: [], affected: [], completeness: completeness(0, "TIME_BUDGET") };
}
