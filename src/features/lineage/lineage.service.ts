import type { GraphReader } from "../../core/graph/graph.js";
import type { Statement } from "../../core/graph/statement.js";
import { findUnderOtherNames } from "../../catalog/dataset/dataset.repository.js";
import { nothingRecorded } from "../../catalog/reference/nothing-recorded.js";
import { LimitExceededError } from "../../core/shared/errors.js";
import {
  type ClosureBudget,
  type CompletenessRecord,
  type PartialReason,
  type Undecided,
  completeness,
  withinTime,
} from "./completeness.js";
import {
  type ClosureRow,
  type ContentEdgeRow,
  type EdgeRow,
  type UpstreamEdgeRow,
  closureOf,
  contentEdgesUpstream,
  edgesBetween,
  edgesUpstream,
} from "./lineage.statements.js";
import { type FlowEdge, groupByDownstream, shortestPath } from "./shortest-path.js";

export const lineageDirections = ["UPSTREAM", "DOWNSTREAM"] as const;

/** A question about the upstream or downstream closure of nodes. */
export interface LineageQuestion {
  /** Keys of the nodes to start from. */
  readonly roots: readonly string[];
  /** Nodes that may or may not be among the roots. */
  readonly undecided?: readonly Undecided[];
  readonly direction: (typeof lineageDirections)[number];
  readonly maxDepth: number | null;
  /** Labels to list; nodes of other labels are still traversed. */
  readonly kinds: readonly string[] | null;
  /** Epoch milliseconds; null for the present. */
  readonly asOf: number | null;
  /** Maximum number of listed nodes, roots not counted. */
  readonly limit: number;
  /** The listed node after which the page starts. Defaults to none: the closest nodes. */
  readonly position?: ClosurePosition | null;
}

/** The position of a node in a closure: closest first, then by key. */
export interface ClosurePosition {
  readonly depth: number;
  readonly key: string;
}

/** A node of an answer, with the fields that the closure returns. */
export interface ReachedRecord {
  readonly key: string;
  readonly title: string | null;
  readonly recordedAt: number;
  readonly isStub: boolean;
  readonly depth: number;
}

/** Number of nodes by label. */
export type CountsByLabel = Readonly<Record<string, number>>;

export interface LineageRecord {
  readonly roots: readonly ReachedRecord[];
  readonly nodes: readonly ReachedRecord[];
  /** Whether more nodes follow the listed ones. */
  readonly hasMore: boolean;
  readonly counts: CountsByLabel;
  readonly totalCount: number;
  readonly completeness: CompletenessRecord;
}

/**
 * Answers a question about lineage with one statement.
 * @throws NotFoundError when a root does not exist, or did not exist at `asOf`.
 */
export async function findLineage(
  graph: GraphReader,
  question: LineageQuestion,
  budget: ClosureBudget,
  signal: AbortSignal,
): Promise<LineageRecord> {
  const { roots, undecided = [], direction, maxDepth, kinds, asOf, limit, position } = question;
  // One node beyond the listed or counted ones shows that more exist.
  const params = {
    roots: [...roots],
    asOf,
    maxDepth,
    kinds: kinds && [...kinds],
    budget: budget.maxNodes + roots.length + 1,
    limit: limit + 1,
    afterDepth: position?.depth ?? null,
    afterKey: position?.key ?? null,
  };
  const rows = await withinTime(() => graph.read(closureOf[direction], params, { timeoutMs: budget.maxMs }), signal);
  if (rows === null) return outOfTime(roots, undecided);
  const found = rows.filter(({ depth }) => depth === 0).map(({ key }) => key);
  const renamed = await renameMissing(graph, roots, found, asOf);
  if (renamed) return findLineage(graph, { ...question, roots: renamed }, budget, signal);
  return toLineage(rows, limit, budget, undecided);
}

function toLineage(
  rows: readonly ClosureRow[],
  limit: number,
  budget: ClosureBudget,
  undecided: readonly Undecided[],
): LineageRecord {
  const [first] = rows;
  const reached = first?.reached ?? 0;
  const reason: PartialReason | null =
    reached > budget.maxNodes ? "NODE_BUDGET" : (first?.beyondDepth ?? 0) > 0 ? "DEPTH_LIMIT" : null;
  const nodes = rows.filter(({ depth }) => depth > 0);
  return {
    roots: rows.filter(({ depth }) => depth === 0),
    nodes: nodes.slice(0, limit),
    hasMore: nodes.length > limit,
    counts: first ? countsOf(first) : {},
    totalCount: reached,
    completeness: completeness(reached, reason, undecided),
  };
}

function countsOf(row: ClosureRow): CountsByLabel {
  return {
    DatasetSnapshot: row.snapshots,
    CodeCommit: row.commits,
    Environment: row.environments,
    Run: row.runs,
    ModelVersion: row.modelVersions,
    Deployment: row.deployments,
  };
}

function outOfTime(roots: readonly string[], undecided: readonly Undecided[]): LineageRecord {
  const unknown = roots.map((key) => ({ key, title: null, recordedAt: 0, isStub: false, depth: 0 }));
  return {
    roots: unknown,
    nodes: [],
    hasMore: false,
    counts: {},
    totalCount: 0,
    completeness: completeness(0, "TIME_BUDGET", undecided),
  };
}

/**
 * Returns null if all roots were found. Otherwise returns the roots to ask about instead: a missing snapshot is replaced by the
 * one that is recorded under another name of its dataset.
 * @throws NotFoundError that lists the roots that do not exist under any name or were retracted.
 */
export async function renameMissing(
  graph: GraphReader,
  wanted: readonly string[],
  found: readonly string[],
  asOf: number | null,
): Promise<string[] | null> {
  const known = new Set(found);
  const missing = wanted.filter((key) => !known.has(key));
  if (missing.length === 0) return null;
  const otherKeys = await findUnderOtherNames(graph, missing, asOf);
  const unknown = missing.filter((key) => !otherKeys.has(key));
  if (unknown.length > 0) throw await nothingRecorded(graph, unknown, asOf);
  return [...new Set(wanted.map((key) => otherKeys.get(key) ?? key))];
}

/** Every flow relationship between the nodes with these keys. */
export function listEdgesBetween(graph: GraphReader, keys: readonly string[], asOf: number | null): Promise<EdgeRow[]> {
  return graph.read(edgesBetween, { keys: [...keys], asOf });
}

/** A path along the flow. */
export interface PathRecord<Edge extends FlowEdge = UpstreamEdgeRow> {
  readonly keys: readonly string[];
  readonly edges: readonly Edge[];
}

/** Where paths start and end. */
export interface PathQuestion {
  readonly roots: readonly string[];
  readonly ends: readonly string[];
  /** Epoch milliseconds; null for the present. */
  readonly asOf: number | null;
}

/** A shortest path for each end from the nearest root, or null; one statement for all of them. */
export async function findPaths(
  graph: GraphReader,
  question: PathQuestion,
  budget: ClosureBudget,
): Promise<(PathRecord | null)[]> {
  return shortestPaths(question, await listEdgesInto(graph, edgesUpstream, question, budget));
}

/**
 * As `findPaths`, for questions that are about folders or include copies: paths also lead from a root to its files, and if
 * `includesCopies`, from content to its copies.
 */
export async function findContentPaths(
  graph: GraphReader,
  question: PathQuestion,
  includesCopies: boolean,
  budget: ClosureBudget,
): Promise<(PathRecord<ContentEdgeRow> | null)[]> {
  const edges = await listEdgesInto(graph, contentEdgesUpstream, question, budget);
  const roots = new Set(question.roots);
  const isTraversed = ({ kind, upstream }: ContentEdgeRow): boolean =>
    kind === "CONTAINS" ? roots.has(upstream) : kind !== "COPIED_AS" || includesCopies;
  return shortestPaths(question, edges.filter(isTraversed));
}

async function listEdgesInto<Row extends UpstreamEdgeRow | ContentEdgeRow>(
  graph: GraphReader,
  statement: Statement<{ keys: string[]; asOf: number | null; budget: number }, Row>,
  { ends, asOf }: PathQuestion,
  { maxNodes, maxMs }: ClosureBudget,
): Promise<Row[]> {
  const edges = await graph.read(statement, { keys: [...ends], asOf, budget: maxNodes + 1 }, { timeoutMs: maxMs });
  if ((edges[0]?.reached ?? 0) > maxNodes) {
    throw new LimitExceededError(
      `more than ${maxNodes} nodes are upstream, which is the limit of a path search; request the path to a node further upstream`,
      { limit: maxNodes },
    );
  }
  return edges;
}

function shortestPaths<Edge extends FlowEdge>(
  { roots, ends }: PathQuestion,
  edges: readonly Edge[],
): (PathRecord<Edge> | null)[] {
  const into = groupByDownstream(edges);
  const rootKeys = new Set(roots);
  return ends.map((end) => {
    const path = shortestPath(into, rootKeys, end);
    return path && { keys: [path[0]?.upstream ?? end, ...path.map(({ downstream }) => downstream)], edges: path };
  });
}
