import { type Connection, lazyConnection, pageOf } from "../../core/api/connection.js";
import type { ContainerNode, NodeSource } from "../../core/api/node/node.loaders.js";
import { type PageArgs, pageRequest } from "../../core/api/page.js";
import { timePosition } from "../../core/api/time-page.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { recordIdOf, recordKey, toGlobalId } from "../../core/shared/key.js";
import { type RecallRow, countRecallRows, listRecallRows, loadRecallRows } from "./recall.statements.js";
import { type Recall, RecallState } from "./recall.type.js";

/** How the shared loader loads recalls. */
export const recallSource: NodeSource<ContainerNode> = {
  kind: "recall",
  load: async (graph, keys) =>
    (await graph.read(loadRecallRows, { ids: keys.map((key) => recordIdOf("recall", key) ?? "") })).map(toRecall),
};

/** Recalls, newest first; of one state, or all. */
export function listRecalls(graph: GraphReader, state: RecallState | null, args: PageArgs): Connection<Recall> {
  const states = state === null ? Object.values(RecallState) : [state];
  const page = pageRequest(args, timePosition);
  return lazyConnection(
    async () => {
      const [at = null, afterKey = null] = page.position ?? [];
      // One more than the page holds shows whether the list goes on.
      const rows = await graph.read(listRecallRows, {
        states,
        at,
        afterKey,
        isBackward: page.isBackward,
        limit: page.size + 1,
      });
      return pageOf(rows, page, ({ at: openedAt, id }) => [openedAt, id], toRecall);
    },
    async () => (await graph.read(countRecallRows, { states }))[0]?.count ?? 0,
  );
}

/** The recall of a row. */
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
