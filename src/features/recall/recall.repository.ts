import type { Connection } from "../../core/api/connection.js";
import type { ContainerNode, NodeSource } from "../../core/api/node/node.loaders.js";
import type { PageArgs } from "../../core/api/page.js";
import { timeListConnection } from "../../core/api/time-page.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { recordIdOf, recordKey, toGlobalId } from "../../core/shared/key.js";
import { type RecallRow, countRecallRows, listRecallRows, loadRecallRows } from "./recall.statements.js";
import { type Recall, RecallState } from "./recall.type.js";

/** The source from which the shared loader loads recalls. */
export const recallSource: NodeSource<ContainerNode> = {
  kind: "recall",
  load: async (graph, keys) =>
    (await graph.read(loadRecallRows, { ids: keys.map((key) => recordIdOf("recall", key) ?? "") })).map(toRecall),
};

/** Recalls in a state, newest first; with state null, all recalls. */
export function listRecalls(graph: GraphReader, state: RecallState | null, args: PageArgs): Connection<Recall> {
  const states = state === null ? Object.values(RecallState) : [state];
  return timeListConnection(
    args,
    (page) => graph.read(listRecallRows, { states, ...page }),
    () => graph.read(countRecallRows, { states }),
    ({ at, id }) => [at, id],
    toRecall,
  );
}

/** Converts a row to a recall. */
export function toRecall({ id, state, by, reason, openedAt, closedAt, ...watches }: RecallRow): Recall {
  const key = recordKey("recall", id);
  const packages = watches.packageNames.map((name, index) =>
    `package ${name} ${watches.packageSpecifiers[index] ?? ""}`.trim(),
  );
  return {
    __typename: "Recall",
    id: toGlobalId(key),
    key,
    recallId: id,
    state,
    by,
    reason,
    openedAt,
    closedAt,
    watches,
    watchedScopes: [...watches.datasetKeys, ...packages],
  };
}
