import { groupBy } from "../../core/api/group-by.js";
import { parseSpecifiers } from "../../core/python/specifier.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { presentOf } from "../../core/graph/moment.js";
import { type RequirementMatch, matchRequirement } from "../environment/match-requirement.js";
import { findUnderOtherNames } from "../dataset/dataset.repository.js";
import { findAliased } from "../model/model.repository.js";
import { InvalidInputError, NotFoundError } from "../../core/shared/errors.js";
import { asOfSuffix, findRetraction } from "./nothing-recorded.js";
import type { NodeRefInput } from "./node-ref.input.js";
import { type ReadRef, describeRef, readRef } from "./node-ref.js";
import { type InstalledRow, findExisting, findInstalled, findServing, findSnapshots } from "./reference.statements.js";

/** The nodes that a reference names. */
export interface Referenced {
  readonly keys: readonly string[];
  /** Keys of environments that may or may not install a matching version of the referenced package. */
  readonly unpinned: readonly string[];
}

/**
 * Resolves references to the distinct keys of lineage nodes, as of `asOf` (epoch milliseconds, null for now): the snapshots
 * of a dataset, the version of an alias, the deployment of an endpoint. Runs at most one statement for each kind of reference.
 * @throws NotFoundError when a reference matches no node.
 * @throws InvalidInputError when a reference is invalid, or names an endpoint with several current deployments.
 */
export async function resolveNodeRefs(
  graph: GraphReader,
  refs: readonly NodeRefInput[],
  asOf: number | null = null,
): Promise<string[]> {
  const found = await requireReferenced(graph, refs, asOf);
  refs.forEach((ref, index) => {
    const { keys = [], unpinned = [] } = found[index] ?? {};
    if (keys.length === 0)
      throw new NotFoundError(
        `${describeRef(ref)} matches no recorded node for certain; ${unpinned.length} environments may install it, such as ${unpinned[0] ?? ""}`,
        { reference: ref },
      );
  });
  return [...new Set(found.flatMap(({ keys }) => keys))];
}

/**
 * Resolves references as `resolveNodeRefs` does, for a question that can answer PARTIAL.
 * @throws NotFoundError when a reference matches no node, not even an environment that may install its package.
 * @throws InvalidInputError when a reference is invalid, or names an endpoint with several current deployments.
 */
export async function resolveReferenced(
  graph: GraphReader,
  refs: readonly NodeRefInput[],
  asOf: number | null = null,
): Promise<Referenced> {
  const found = await requireReferenced(graph, refs, asOf);
  const keys = new Set(found.flatMap((each) => each.keys));
  const unpinned = new Set(found.flatMap((each) => each.unpinned).filter((key) => !keys.has(key)));
  return { keys: [...keys], unpinned: [...unpinned] };
}

async function requireReferenced(
  graph: GraphReader,
  refs: readonly NodeRefInput[],
  asOf: number | null,
): Promise<Referenced[]> {
  if (refs.length === 0) throw new InvalidInputError("no reference is set; reference at least one node");
  const found = await findReferenced(graph, refs, asOf);
  const missing = refs.filter((_, index) => !hasAny(found[index]));
  const retraction = await findRetraction(graph, keysBy(missing.map(readRef), "key"), asOf);
  if (retraction) throw retraction;
  refs.forEach((ref, index) => {
    const { keys = [] } = found[index] ?? {};
    if (!hasAny(found[index]))
      throw new NotFoundError(`${describeRef(ref)} matches no recorded node${asOfSuffix(asOf)}`, { reference: ref });
    if (keys.length > 1 && ref.deployment) {
      throw new InvalidInputError(
        `${describeRef(ref)} matches ${keys.length} deployments that share the traffic; use the key of one: ${keys.join(", ")}`,
        { keys },
      );
    }
  });
  return found;
}

function hasAny({ keys, unpinned }: Referenced = { keys: [], unpinned: [] }): boolean {
  return keys.length + unpinned.length > 0;
}

/**
 * Finds the keys that each reference matches. Empty if a reference matches no node.
 * @throws InvalidInputError when a reference is invalid.
 */
export async function findNodeRefs(
  graph: GraphReader,
  refs: readonly NodeRefInput[],
  asOf: number | null = null,
): Promise<(readonly string[])[]> {
  return (await findReferenced(graph, refs, asOf)).map(({ keys }) => keys);
}

async function findReferenced(
  graph: GraphReader,
  refs: readonly NodeRefInput[],
  asOf: number | null,
): Promise<Referenced[]> {
  const wanted = refs.map(readRef);
  const [existing, snapshots, aliased, serving, installed] = await Promise.all([
    loadExisting(graph, wanted, asOf),
    loadSnapshotsOf(graph, wanted, asOf),
    loadAliased(graph, wanted, asOf),
    loadServingAt(graph, wanted, asOf),
    loadInstalled(graph, wanted, asOf),
  ]);
  const exactly = (keys: readonly string[] = []): Referenced => ({ keys, unpinned: [] });
  return wanted.map((ref) => {
    switch (ref.by) {
      case "key":
        return exactly(existing.get(ref.key));
      case "dataset":
        return exactly(snapshots.get(ref.key));
      case "endpoint":
        return exactly(serving.get(ref.key));
      case "alias":
        return exactly(aliased.get(aliasId(ref)));
      case "package":
        return installed(ref.name, ref.specifier);
    }
  });
}

/** The nodes with the wanted keys, and the snapshots that are recorded under another name of their dataset only. */
async function loadExisting(
  graph: GraphReader,
  wanted: readonly ReadRef[],
  asOf: number | null,
): Promise<Map<string, string[]>> {
  const keys = keysBy(wanted, "key");
  const existing = keys.length > 0 ? await graph.read(findExisting, { keys }) : [];
  const found = new Map(existing.map(({ key }) => [key, [key]]));
  const missing = keys.filter((key) => !found.has(key));
  for (const [asked, key] of await findUnderOtherNames(graph, missing, asOf)) found.set(asked, [key]);
  return found;
}

async function loadSnapshotsOf(
  graph: GraphReader,
  wanted: readonly ReadRef[],
  asOf: number | null,
): Promise<Map<string, string[]>> {
  const datasetKeys = keysBy(wanted, "dataset");
  return keysByOwner(datasetKeys.length > 0 ? await graph.read(findSnapshots, { datasetKeys, asOf }) : []);
}

/** The current deployments of endpoints. Those without traffic count only if no other deployment has traffic. */
async function loadServingAt(
  graph: GraphReader,
  wanted: readonly ReadRef[],
  asOf: number | null,
): Promise<Map<string, string[]>> {
  const endpointKeys = keysBy(wanted, "endpoint");
  const serving =
    endpointKeys.length > 0 ? await graph.read(findServing, { endpointKeys, asOf, at: asOf ?? presentOf(graph) }) : [];
  const busy = new Set(serving.filter(({ trafficPercent }) => trafficPercent > 0).map(({ owner }) => owner));
  return keysByOwner(serving.filter(({ owner, trafficPercent }) => trafficPercent > 0 || !busy.has(owner)));
}

async function loadAliased(
  graph: GraphReader,
  wanted: readonly ReadRef[],
  asOf: number | null,
): Promise<Map<string, string[]>> {
  const aliases = wanted.filter((ref) => ref.by === "alias");
  const found = aliases.length > 0 ? await findAliased(graph, aliases, asOf) : [];
  return new Map(found.map((row) => [aliasId(row), [row.key]]));
}

async function loadInstalled(
  graph: GraphReader,
  wanted: readonly ReadRef[],
  asOf: number | null,
): Promise<(name: string, specifier: string | null) => Referenced> {
  const packages = wanted.filter((ref) => ref.by === "package");
  for (const { name, specifier } of packages) checkSpecifier(name, specifier);
  const names = [...new Set(packages.map(({ name }) => name))];
  const byName = groupBy(
    names.length > 0 ? await graph.read(findInstalled, { names, asOf }) : [],
    ({ owner }) => owner,
  );
  return (name, specifier) => divide(byName.get(name) ?? [], specifier ?? "");
}

/** Divides environments into those that certainly install a wanted version and those that may. */
function divide(rows: readonly InstalledRow[], wanted: string): Referenced {
  const matches = new Map<string, RequirementMatch>();
  const matchOf = (row: InstalledRow): RequirementMatch => {
    const id = JSON.stringify([row.version, row.specifier]);
    const match = matches.get(id) ?? matchRequirement(row, wanted);
    matches.set(id, match);
    return match;
  };
  const keysOf = (match: RequirementMatch): string[] =>
    rows.filter((row) => matchOf(row) === match).map(({ key }) => key);
  const certain = new Set(keysOf("YES"));
  return { keys: [...certain], unpinned: [...new Set(keysOf("MAYBE"))].filter((key) => !certain.has(key)) };
}

function checkSpecifier(name: string, specifier: string | null): void {
  try {
    parseSpecifiers(specifier ?? "");
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    throw new InvalidInputError(
      `the specifier ${JSON.stringify(specifier)} of the package ${name} is invalid: ${error.message}`,
    );
  }
}

function keysBy(wanted: readonly ReadRef[], by: "key" | "dataset" | "endpoint"): string[] {
  return [...new Set(wanted.flatMap((ref) => (ref.by === by ? [ref.key] : [])))];
}

function keysByOwner(rows: readonly { readonly owner: string; readonly key: string }[]): Map<string, string[]> {
  return new Map(
    [...groupBy(rows, ({ owner }) => owner)].map(([owner, owned]) => [owner, owned.map(({ key }) => key)]),
  );
}

function aliasId({ modelKey, alias }: { readonly modelKey: string; readonly alias: string }): string {
  return JSON.stringify([modelKey, alias]);
}
