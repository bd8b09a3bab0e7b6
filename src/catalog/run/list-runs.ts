import { z } from "zod";
import { type Connection, lazyConnection, pageOf } from "../../core/api/connection.js";
import { keyPrefix } from "../../core/api/node/key-prefix.js";
import { type PageArgs, pageRequest, rowLimit } from "../../core/api/page.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import type { RunFilterInput, RunOrderInput } from "./run-filter.input.js";
import { toRun } from "./run.repository.js";
import { type ListedRunRow, type RunFilterParams, countRunRows, listRunRows } from "./run.statements.js";
import { tagRecordOf } from "./run-tags.js";
import type { Run } from "./run.type.js";

const latestFirst: RunOrderInput = { field: "STARTED_AT", direction: "DESC" };

/**
 * Lists runs by a time or by a metric, then by key.
 * @throws InvalidInputError when the order has both or neither, or when the arguments of the page are invalid.
 */
export function listRuns(
  graph: GraphReader,
  filter: RunFilterInput | null,
  order: RunOrderInput | null,
  args: PageArgs,
): Connection<Run> {
  const { field, metric, direction } = order ?? latestFirst;
  if ((field == null) === (metric == null))
    throw new InvalidInputError("orderBy requires exactly one of field and metric");
  // A cursor contains its order, so that it is rejected in another one.
  const orderName = JSON.stringify([field ?? null, metric ?? null, direction]);
  const page = pageRequest(args, z.tuple([z.literal(orderName), z.number(), z.string(), z.string()]));
  const [, afterRank = null, afterPlace = null, afterKey = null] = page.position ?? [];
  const wanted = filterParams(filter ?? {});
  return lazyConnection(
    async () => {
      const rows = await graph.read(listRunRows, {
        ...wanted,
        orderField: field ?? null,
        orderMetric: metric ?? null,
        isDescending: direction === "DESC",
        afterRank,
        afterPlace: afterPlace === null ? null : Number(afterPlace),
        afterKey,
        isBackward: page.isBackward,
        limit: rowLimit(page),
      });
      return pageOf(rows, page, (row) => positionOf(orderName, row), toRun);
    },
    async () => (await graph.read(countRunRows, wanted))[0]?.count ?? 0,
  );
}

/** The place is text, because JSON has no infinities. */
function positionOf(orderName: string, { rank, place, key }: ListedRunRow): [string, number, string, string] {
  return [orderName, rank, String(place), key];
}

function filterParams({
  namespace,
  experiment,
  status,
  startedAfter,
  startedBefore,
  parameters,
  tags,
  metrics,
}: RunFilterInput): RunFilterParams {
  return {
    prefix: keyPrefix("run", namespace ?? null),
    experiment: experiment ?? null,
    statuses: status ?? null,
    startedAfter: startedAfter?.getTime() ?? null,
    startedBefore: startedBefore?.getTime() ?? null,
    parameters: (parameters ?? []).map(({ name, value }) => ({ name, value })),
    tags: (tags ?? []).map(tagRecordOf),
    metrics: (metrics ?? []).map(({ name, comparison, value }) => ({ name, comparison, value })),
  };
}
