import type DataLoader from "dataloader";
import type { ContainerNode, NodeSource } from "../../core/api/node/node.loaders.js";
import type { LineageNode } from "../../core/api/node/node.type.js";
import { createCountLoader } from "../../core/api/relation-loaders.js";
import { type TimePageLoader, createTimePageLoader } from "../../core/api/time-page.js";
import type { Loaders } from "../../core/api/context.js";
import type { GraphReader } from "../../core/graph/graph.js";
import type { DatasetSnapshot } from "./dataset-snapshot.type.js";
import { loadDatasets, loadSnapshots, toSnapshot } from "./dataset.repository.js";
import { countSnapshotRows, pageSnapshotRows, sumSnapshotSizes } from "./dataset.statements.js";

declare module "../../core/api/context.js" {
  interface Loaders {
    /** Snapshots of datasets, newest first. */
    readonly snapshotPage: TimePageLoader<DatasetSnapshot>;
    readonly snapshotCount: DataLoader<string, number>;
    readonly snapshotBytes: DataLoader<string, number>;
  }
}

/** The sources of snapshots and datasets for the shared loaders. */
export const snapshotSource: NodeSource<LineageNode> = { kind: "snapshot", load: loadSnapshots };
export const datasetSource: NodeSource<ContainerNode> = { kind: "dataset", load: loadDatasets };

/** Loaders of snapshots by dataset. One set per request, because the permissions of a request determine what its cache contains. */
export function createDatasetLoaders(graph: GraphReader) {
  return {
    snapshotPage: createTimePageLoader(
      (datasetKeys, page) => graph.read(pageSnapshotRows, { datasetKeys, ...page }),
      toSnapshot,
    ),
    snapshotCount: createCountLoader((datasetKeys) => graph.read(countSnapshotRows, { datasetKeys: [...datasetKeys] })),
    snapshotBytes: createCountLoader(async (datasetKeys) => {
      const sums = await graph.read(sumSnapshotSizes, { datasetKeys: [...datasetKeys] });
      return sums.map(({ owner, bytes }) => ({ owner, count: bytes }));
    }),
  } satisfies Partial<Loaders>;
}

/** The snapshot with this key, or null. */
export async function loadSnapshot({ lineageNode }: Loaders, key: string): Promise<DatasetSnapshot | null> {
  const node = await lineageNode.load(key);
  return node && isSnapshot(node) ? node : null;
}

function isSnapshot(node: LineageNode): node is DatasetSnapshot {
  return node.kind === "DATASET_SNAPSHOT";
}
