import { z } from "zod";
import { type Page, pageOf } from "../../core/api/connection.js";
import type { LineageRow } from "../../core/api/node/lineage-node.js";
import { keyPrefix } from "../../core/api/node/key-prefix.js";
import { type PageArgs, pageRequest } from "../../core/api/page.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { type ClosureBudget, withinTime } from "../lineage/completeness.js";
import { DeadlineExceededError } from "../../core/shared/errors.js";
import { listCandidates } from "./deletion.statements.js";

/** Which snapshots are asked about; null is all. */
export interface CandidateFilter {
  readonly namespace: string | null;
  /** Epoch milliseconds. */
  readonly recordedBefore: number | null;
}

/** Snapshots that may be deleted: one page of them, and what all of them come to. */
export interface Candidates {
  readonly page: Page<LineageRow>;
  readonly totalCount: number;
  readonly totalBytes: number;
}

/** Size, -1 where unknown, and key. */
const candidatePosition = z.tuple([z.number(), z.string()]);

/**
 * Lists the snapshots whose deletion would be ALLOWED, largest first, by one statement.
 * @throws InvalidInputError when the page cannot be read.
 * @throws DeadlineExceededError when that takes longer than the budget allows: a part of the list would look like all of it.
 */
export async function listDeletionCandidates(
  graph: GraphReader,
  { namespace, recordedBefore }: CandidateFilter,
  args: PageArgs,
  { maxMs }: ClosureBudget,
  signal: AbortSignal,
): Promise<Candidates> {
  const page = pageRequest(args, candidatePosition);
  const [afterSize = null, afterKey = null] = page.position ?? [];
  const params = {
    at: Date.now(),
    prefix: keyPrefix("snapshot", namespace),
    recordedBefore,
    afterSize,
    afterKey,
    isBackward: page.isBackward,
    limit: page.size + 1,
  };
  const rows = await withinTime(() => graph.read(listCandidates, params, { timeoutMs: maxMs }), signal);
  if (rows === null) throw outOfTime(maxMs);
  const shown = rows.flatMap(({ key, recordedAt, size }) =>
    key === null || recordedAt === null ? [] : [{ key, recordedAt, size }],
  );
  return {
    page: pageOf(
      shown,
      page,
      ({ size, key }) => [size, key],
      ({ key, recordedAt }) => ({ key, recordedAt }),
    ),
    totalCount: rows[0]?.total ?? 0,
    totalBytes: rows[0]?.totalBytes ?? 0,
  };
}

function outOfTime(maxMs: number): DeadlineExceededError {
  return new DeadlineExceededError(
    `finding out which snapshots may be deleted took longer than ${maxMs} ms; ask about one namespace, or about what was recorded before an earlier moment, or raise LINEAGE_MAX_CLOSURE_MS on the server`,
  );
}
