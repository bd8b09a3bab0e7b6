import type { Connection } from "../../core/api/connection.js";
import { keyConnection } from "../../core/api/key-page.js";
import { keyPrefix } from "../../core/api/node/key-prefix.js";
import { toLineageNode } from "../../core/api/node/lineage-node.js";
import type { PageArgs } from "../../core/api/page.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { parseKey, toGlobalId } from "../../core/shared/key.js";
import type { ModelVersion } from "./model-version.type.js";
import {
  type ModelVersionRow,
  countModelRows,
  findAliasedRows,
  listModelRows,
  loadModelRows,
  loadVersionRows,
} from "./model.statements.js";
import type { Model } from "./model.type.js";

/** A filter of models. Null matches all. */
export interface ModelFilter {
  readonly namespace: string | null;
  readonly nameContains: string | null;
}

/** An alias of a model. */
export interface ModelAlias {
  readonly modelKey: string;
  readonly alias: string;
}

/** Loads models by key, in any order. */
export async function loadModels(graph: GraphReader, keys: readonly string[]): Promise<Model[]> {
  return (await graph.read(loadModelRows, { keys: [...keys] })).map(({ key }) => modelOf(key));
}

/** Loads model versions by key, in any order. */
export async function loadModelVersions(graph: GraphReader, keys: readonly string[]): Promise<ModelVersion[]> {
  return (await graph.read(loadVersionRows, { keys: [...keys] })).map(toModelVersion);
}

/** Lists models, ordered by key. */
export function listModels(
  graph: GraphReader,
  { namespace, nameContains }: ModelFilter,
  args: PageArgs,
): Connection<Model> {
  const filter = { prefix: keyPrefix("model", namespace), nameContains };
  return keyConnection(
    args,
    (page) => graph.read(listModelRows, { ...filter, ...page }),
    () => graph.read(countModelRows, filter),
    ({ key }) => modelOf(key),
  );
}

/** Finds the versions that aliases point to, now or at `asOf` (epoch milliseconds). An alias that does not exist has no row. */
export function findAliased(
  graph: GraphReader,
  aliases: readonly ModelAlias[],
  asOf: number | null = null,
): Promise<(ModelAlias & { readonly key: string })[]> {
  return graph.read(findAliasedRows, { wanted: aliases.map(({ modelKey, alias }) => ({ modelKey, alias })), asOf });
}

/** The model with a key. The key contains all of its fields, so no statement is needed. */
export function modelOf(key: string): Model {
  const { namespace = "", name = "" } = parseKey(key) ?? {};
  return { __typename: "Model", id: toGlobalId(key), key, namespace, name };
}

/** The model version of a row. */
export function toModelVersion(row: ModelVersionRow): ModelVersion {
  return toLineageNode(row);
}
