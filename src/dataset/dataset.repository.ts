import { z } from "zod";
import { type Connection, type Page, lazyConnection, pageOf } from "../api/connection.js";
import { keyPrefix } from "../api/node/key-prefix.js";
import { toLineageNode } from "../api/node/lineage-node.js";
import { type PageArgs, type PageRequest, pageRequest } from "../api/page.js";
import type { GraphReader } from "../graph/graph.js";
import { toGlobalId } from "../shared/key.js";
import type { DatasetSnapshot } from "./dataset-snapshot.type.js";
import {
  type DatasetRow, type SnapshotPageRow, type SnapshotRow,
  countDatasetRows, countSnapshotRows, listDatasetRows, loadDatasetRows, loadSnapshotRows, pageSnapshotRows,
} from "./dataset.statements.js";
import type { Dataset } from "./dataset.type.js";

/** Which datasets are asked for; null is all. */
export interface DatasetFilter {
  readonly namespace: string | null;
  readonly nameContains: string | null;
}

/** Where a snapshot stands in the list of its dataset: by time, then by key. */
export const snapshotPosition = z.tuple([z.number(), z.string()]);
export type SnapshotPosition = z.infer<typeof snapshotPosition>;

export async function loadDatasets(graph: GraphReader, keys: readonly string[]): Promise<Dataset[]> {
  return (await graph.read(loadDatasetRows, { keys: [...keys] })).map(toDataset);
}

export async function loadSnapshots(graph: GraphReader, keys: readonly string[]): Promise<DatasetSnapshot[]> {
  return (await graph.read(loadSnapshotRows, { keys: [...keys] })).map(toSnapshot);
}

/** Lists datasets by key. */
export function listDatasets(graph: GraphReader, { namespace, nameContains }: DatasetFilter, args: PageArgs): Connection<Dataset> {
  const page = pageRequest(args, z.string());
  const filter = { prefix: keyPrefix("dataset", namespace), nameContains };
  return lazyConnection(
    async () => {
      const rows = await graph.read(listDatasetRows, { ...filter, afterKey: page.position, isBackward: page.isBackward, limit: page.size + 1 });
      return pageOf(rows, page, ({ key }) => key, toDataset);
    },
    async () => (await graph.read(countDatasetRows, filter))[0]?.count ?? 0,
  );
}

/** Loads a page of the snapshots of each dataset, newest first. */
export function loadSnapshotPages(
  graph: GraphReader,
  datasetKeys: readonly string[],
  { size, isBackward, position }: PageRequest<SnapshotPosition>,
): Promise<SnapshotPageRow[]> {
  const [at = null, afterKey = null] = position ?? [];
  return graph.read(pageSnapshotRows, { datasetKeys: [...datasetKeys], at, afterKey, isBackward, limit: size + 1 });
}

export function toSnapshotPage(rows: readonly SnapshotPageRow[], page: PageRequest<SnapshotPosition>): Page<DatasetSnapshot> {
  return pageOf(rows, page, ({ at, key }) => [at, key], toSnapshot);
}

export function countSnapshots(graph: GraphReader, datasetKeys: readonly string[]) {
  return graph.read(countSnapshotRows, { datasetKeys: [...datasetKeys] });
}

export function toDataset({ key, namespace, name }: DatasetRow): Dataset {
  return { __typename: "Dataset", id: toGlobalId(key), key, namespace, name };
}

export function toSnapshot(row: SnapshotRow): DatasetSnapshot {
  return toLineageNode(row);
}
