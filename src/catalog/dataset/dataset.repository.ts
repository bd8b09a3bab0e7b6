import type { Connection } from "../../core/api/connection.js";
import { keyConnection } from "../../core/api/key-page.js";
import { keyPrefix } from "../../core/api/node/key-prefix.js";
import { toLineageNode } from "../../core/api/node/lineage-node.js";
import type { PageArgs } from "../../core/api/page.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { datasetKey, parseKey, toGlobalId } from "../../core/shared/key.js";
import type { DatasetSnapshot } from "./dataset-snapshot.type.js";
import {
  type SnapshotRow,
  countDatasetRows,
  findByOtherNames,
  listDatasetRows,
  loadDatasetRows,
  loadSnapshotRows,
} from "./dataset.statements.js";
import type { Dataset } from "./dataset.type.js";

/** A filter of datasets. Null matches all. */
export interface DatasetFilter {
  readonly namespace: string | null;
  readonly nameContains: string | null;
}

/** Loads datasets by key, in any order. */
export async function loadDatasets(graph: GraphReader, keys: readonly string[]): Promise<Dataset[]> {
  return (await graph.read(loadDatasetRows, { keys: [...keys] })).map(({ key }) => datasetOf(key));
}

/** Loads snapshots by key, in any order. */
export async function loadSnapshots(graph: GraphReader, keys: readonly string[]): Promise<DatasetSnapshot[]> {
  return (await graph.read(loadSnapshotRows, { keys: [...keys] })).map(toSnapshot);
}

/**
 * Finds the snapshots that are recorded under another name of their dataset, as of `asOf` (epoch milliseconds, null for now):
 * the recorded key for each of the keys that has one. Keys of other kinds have none.
 */
export async function findUnderOtherNames(
  graph: GraphReader,
  keys: readonly string[],
  asOf: number | null,
): Promise<ReadonlyMap<string, string>> {
  const rows = keys.flatMap((key) => {
    const { kind, namespace = "", name = "" } = parseKey(key) ?? {};
    return kind === "snapshot" ? [{ key, datasetKey: datasetKey(namespace, name) }] : [];
  });
  if (rows.length === 0) return new Map();
  return new Map((await graph.read(findByOtherNames, { rows, asOf })).map(({ asked, key }) => [asked, key]));
}

/** Lists datasets, ordered by key. */
export function listDatasets(
  graph: GraphReader,
  { namespace, nameContains }: DatasetFilter,
  args: PageArgs,
): Connection<Dataset> {
  const filter = { prefix: keyPrefix("dataset", namespace), nameContains };
  return keyConnection(
    args,
    (page) => graph.read(listDatasetRows, { ...filter, ...page }),
    () => graph.read(countDatasetRows, filter),
    ({ key }) => datasetOf(key),
  );
}

/** The dataset with a key. The key contains all of its fields, so no statement is needed. */
export function datasetOf(key: string): Dataset {
  const { namespace = "", name = "" } = parseKey(key) ?? {};
  return { __typename: "Dataset", id: toGlobalId(key), key, namespace, name };
}

/** The snapshot of a row. */
export function toSnapshot(row: SnapshotRow): DatasetSnapshot {
  return toLineageNode(row);
}
