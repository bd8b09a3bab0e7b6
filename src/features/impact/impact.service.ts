import type { GraphReader } from "../../core/graph/graph.js";
import { presentOf } from "../../core/graph/moment.js";
import {
  type ClosureBudget,
  type CompletenessRecord,
  type Undecided,
  completeness,
  withinTime,
} from "../lineage/completeness.js";
import { type ReachedRecord, renameMissing } from "../lineage/lineage.service.js";
import { type ImpactParams, type ImpactRow, type ImpactScope, impactStatements } from "./impact.statements.js";
import { reasonOf } from "./reason.js";
import { type ImpactSeverity, rankOf, severityOfRank } from "./severity.js";

const noneRank = rankOf("NONE");

/** A page of affected nodes: worst severity first, then closest, then by key. Backward pages start at the end, in reverse. */
export interface AffectedPage {
  /** Maximum rank; null for all. */
  readonly minSeverity: number | null;
  /** Labels; null for all. */
  readonly kinds: readonly string[] | null;
  /** The position after which the page starts; null for the start of the list. */
  readonly position: { readonly severity: number; readonly depth: number; readonly key: string } | null;
  readonly isBackward: boolean;
  /** Maximum number of rows; 0 for none. */
  readonly limit: number;
}

export const noPage: AffectedPage = { minSeverity: null, kinds: null, position: null, isBackward: false, limit: 0 };

/** A question about the impact of a change. */
export interface ImpactQuestion {
  readonly roots: readonly string[];
  /** Nodes that may or may not be among the roots. */
  readonly undecided?: readonly Undecided[];
  /** Epoch milliseconds; null for the present. */
  readonly asOf: number | null;
  /** What is traversed; FLOW by default. */
  readonly scope?: ImpactScope;
  /** The present in epoch milliseconds, if a transaction determines it. Defaults to that of the reader. */
  readonly now?: number;
  /** Whether pages include the roots, as the blockers of a deletion do. */
  readonly hasRootsInPages?: boolean;
  /** Whether to load the key and severity of every affected node. */
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

/** Key and severity of an affected node. */
export interface MemberRecord {
  readonly key: string;
  readonly severity: ImpactSeverity;
}

/** A root with its own severity and whether it has a tombstone. A tombstoned version that serves has a severity other than NONE. */
export interface RootRecord extends ReachedRecord {
  readonly severity: ImpactSeverity;
  readonly isTombstoned: boolean;
}

export interface ImpactRecord {
  /** With the severity of each root itself, although roots are not among the affected nodes. */
  readonly roots: readonly RootRecord[];
  /** The worst severity of the affected nodes; SERVING_PRODUCTION if time ran out before anything was found. */
  readonly severity: ImpactSeverity;
  readonly counts: readonly SeverityCountRecord[];
  readonly production: readonly ReachedRecord[];
  readonly affected: readonly AffectedRecord[];
  /** Sorted by key; empty if the question does not request them. */
  readonly members: readonly MemberRecord[];
  readonly completeness: CompletenessRecord;
}

/**
 * Answers a question about impact, including one page of affected nodes, with one statement.
 * @throws NotFoundError when a root does not exist, or did not exist at `asOf`.
 */
export async function findImpact(
  graph: GraphReader,
  question: ImpactQuestion,
  page: AffectedPage,
  budget: ClosureBudget,
  signal: AbortSignal,
): Promise<ImpactRecord> {
  const { roots, undecided = [], asOf, scope = "FLOW" } = question;
  const params = toParams({ now: presentOf(graph), ...question }, page, budget);
  const rows = await withinTime(() => graph.read(impactStatements[scope], params, { timeoutMs: budget.maxMs }), signal);
  if (rows === null) return outOfTime(roots, undecided);
  const found = rows.filter(({ part }) => part === "ROOT").map(({ key }) => key ?? "");
  const renamed = await renameMissing(graph, roots, found, asOf);
  if (renamed) return findImpact(graph, { ...question, roots: renamed }, page, budget, signal);
  const unrecorded = rows.flatMap((row) => row.unrecorded);
  const contents = unrecorded.length > 0 ? [{ reason: "UNRECORDED_CONTENT" as const, keys: unrecorded }] : [];
  return toImpact(rows, budget, page.isBackward, [...undecided, ...contents]);
}

function toParams(
  { roots, asOf, now, hasRootsInPages, hasMembers }: ImpactQuestion & { readonly now: number },
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

function toImpact(
  rows: readonly ImpactRow[],
  budget: ClosureBudget,
  isBackward: boolean,
  undecided: readonly Undecided[],
): ImpactRecord {
  const partOf = (wanted: ImpactRow["part"]): ImpactRow[] => rows.filter(({ part }) => part === wanted);
  const counts = partOf("COUNT")
    .map(toCount)
    .sort((left, right) => left.rank - right.rank || (left.kind < right.kind ? -1 : 1));
  const reached = counts.reduce((sum, { count }) => sum + count, 0);
  const affected = partOf("AFFECTED").map(toAffected);
  return {
    roots: partOf("ROOT").map((row) => ({
      ...toReached(row),
      severity: severityOfRank(row.severity ?? noneRank),
      isTombstoned: row.isTombstoned === true,
    })),
    severity: counts[0]?.severity ?? "NONE",
    counts,
    production: partOf("PRODUCTION").map(toReached),
    affected: isBackward ? affected.reverse() : affected,
    members: partOf("MEMBER")
      .map(({ key, severity }) => ({ key: key ?? "", severity: severityOfRank(severity ?? noneRank) }))
      .sort(byKey),
    completeness: completeness(reached, reached > budget.maxNodes ? "NODE_BUDGET" : null, undecided),
  };
}

function byKey(left: MemberRecord, right: MemberRecord): number {
  return left.key < right.key ? -1 : 1;
}

function toReached({ key, title, recordedAt, isStub, depth }: ImpactRow): ReachedRecord {
  return { key: key ?? "", title, recordedAt: recordedAt ?? 0, isStub, depth: depth ?? 0 };
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

/** A failure must never read as "nothing depends on it": if nothing is known, the worst is assumed. */
function outOfTime(roots: readonly string[], undecided: readonly Undecided[]): ImpactRecord {
  const unknown = roots.map((key) => ({
    key,
    title: null,
    recordedAt: 0,
    isStub: false,
    depth: 0,
    severity: "SERVING_PRODUCTION" as const,
    isTombstoned: false,
  }));
  return {
    roots: unknown,
    severity: "SERVING_PRODUCTION",
    counts: [],
    production: [],
    affected: [],
    members: [],
    completeness: completeness(0, "TIME_BUDGET", undecided),
  };
}
