import { z } from "zod";
import { type Page, pageOf } from "../../core/api/connection.js";
import type { LineageRow } from "../../core/api/node/lineage-node.js";
import { keyPrefix } from "../../core/api/node/key-prefix.js";
import { type PageArgs, pageRequest, rowLimit } from "../../core/api/page.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { presentOf } from "../../core/graph/moment.js";
import { loadBlindSpots } from "../impact/blind-spots.js";
import { type ClosureBudget, withinTime } from "../lineage/completeness.js";
import { DeadlineExceededError } from "../../core/shared/errors.js";
import { listCandidates } from "./deletion.statements.js";

/** A filter on snapshots; a null field matches all. */
export interface CandidateFilter {
  readonly namespace: string | null;
  /** Epoch milliseconds. */
  readonly recordedBefore: number | null;
}

/** A page of the snapshots that may be deleted, and the totals of the whole list. */
export interface Candidates {
  readonly page: Page<LineageRow>;
  readonly totalCount: number;
  readonly totalBytes: number;
}

/** Size in bytes, -1 if unknown, and key. */
const candidatePosition = z.tuple([z.number(), z.string()]);

/**
 * Lists the snapshots whose deletion would be ALLOWED, largest first, with one statement. There are none if blind spots make
 * every verdict UNKNOWN.
 * @throws InvalidInputError when the page arguments are invalid.
 * @throws DeadlineExceededError when the time budget is exceeded: a partial list would look complete.
 */
export async function listDeletionCandidates(
  graph: GraphReader,
  { namespace, recordedBefore }: CandidateFilter,
  args: PageArgs,
  { maxMs }: ClosureBudget,
  signal: AbortSignal,
  blocksBlindSpots = false,
): Promise<Candidates> {
  const page = pageRequest(args, candidatePosition);
  const [afterSize = null, afterKey = null] = page.position ?? [];
  const params = {
    at: presentOf(graph),
    prefix: keyPrefix("snapshot", namespace),
    recordedBefore,
    afterSize,
    afterKey,
    isBackward: page.isBackward,
    limit: rowLimit(page),
  };
  if (blocksBlindSpots && (await loadBlindSpots(graph, { asOf: null, limit: 0 }, maxMs)).count > 0)
    return { page: pageOf([], page, () => [0, ""], toLineageRow), totalCount: 0, totalBytes: 0 };
  const rows = await withinTime(() => graph.read(listCandidates, params, { timeoutMs: maxMs }), signal);
  if (rows === null) throw outOfTime(maxMs);
  const shown = rows.flatMap(({ key, recordedAt, size }) =>
    key === null || recordedAt === null ? [] : [{ key, recordedAt, size }],
  );
  return {
    page: pageOf(shown, page, ({ size, key }) => [size, key], toLineageRow),
    totalCount: rows[0]?.total ?? 0,
    totalBytes: rows[0]?.totalBytes ?? 0,
  };
}

/** Candidates are registered. */
function toLineageRow({ key, recordedAt }: Pick<LineageRow, "key" | "recordedAt">): LineageRow {
  return { key, recordedAt, isStub: false };
}

function outOfTime(maxMs: number): DeadlineExceededError {
  return new DeadlineExceededError(
    `listing the deletion candidates took longer than ${maxMs} ms; restrict the list with namespace or recordedBefore, or raise LINEAGE_MAX_CLOSURE_MS on the server`,
  );
}
