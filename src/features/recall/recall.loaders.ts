import type DataLoader from "dataloader";
import type { Loaders } from "../../core/api/context.js";
import { type LineageRow } from "../../core/api/node/lineage-node.js";
import { createListLoader } from "../../core/api/relation-loaders.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { presentOf } from "../../core/graph/moment.js";
import { toRecall } from "./recall.repository.js";
import { type TaskRow, findReaching, loadTargets, loadTasks } from "./recall.statements.js";
import type { Recall } from "./recall.type.js";

declare module "../../core/api/context.js" {
  interface Loaders {
    /** Open recalls by the key of a node that they affect, oldest first. */
    readonly recallsReaching: DataLoader<string, readonly Recall[]>;
    /** Recalled nodes by the recall's id. */
    readonly recallTargets: DataLoader<string, readonly LineageRow[]>;
    /** Tasks by the recall's id: open tasks first; among these, deployments that serve first. */
    readonly recallTasks: DataLoader<string, readonly TaskRow[]>;
  }
}

/** Creates the loaders of recalls for one request. */
export function createRecallLoaders(graph: GraphReader) {
  return {
    recallsReaching: createListLoader(async (keys) =>
      (await graph.read(findReaching, { keys: [...keys] })).map(({ owner, ...row }) => ({ owner, ...toRecall(row) })),
    ),
    recallTargets: createListLoader((ids) => graph.read(loadTargets, { ids: [...ids] })),
    recallTasks: createListLoader((ids) => graph.read(loadTasks, { ids: [...ids], at: presentOf(graph) })),
  } satisfies Partial<Loaders>;
}
