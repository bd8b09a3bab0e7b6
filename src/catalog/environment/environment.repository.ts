import { toLineageNode } from "../../core/api/node/lineage-node.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { type EnvironmentContentRow, loadContentRows, loadEnvironmentRows } from "./environment.statements.js";
import type { Environment, PackageRequirement } from "./environment.type.js";

/** Loads environments by key, in any order. */
export async function loadEnvironments(graph: GraphReader, keys: readonly string[]): Promise<Environment[]> {
  return (await graph.read(loadEnvironmentRows, { keys: [...keys] })).map((row) => toLineageNode(row));
}

/** Loads packages and texts of environments by key, in any order. */
export function loadContents(graph: GraphReader, keys: readonly string[]): Promise<EnvironmentContentRow[]> {
  return graph.read(loadContentRows, { keys: [...keys] });
}

/** The packages of an environment in canonical order. They are stored as parallel lists. */
export function packagesOf({
  names,
  versions,
  specifiers,
  markers,
  urls,
}: EnvironmentContentRow): PackageRequirement[] {
  return names.map((name, index) => ({
    name,
    version: versions[index] || null,
    specifier: specifiers[index] || null,
    marker: markers[index] || null,
    url: urls[index] || null,
  }));
}
