import { type World, kinds } from "./world.js";

export type Direction = "UPSTREAM" | "DOWNSTREAM";

/** Hops from the nearest root to every node reachable along the flow, tombstoned or not; 0 for roots. */
export function closure(
  { edges }: Pick<World, "edges">,
  roots: Iterable<string>,
  direction: Direction,
): Map<string, number> {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const [near, far] = direction === "DOWNSTREAM" ? [from, to] : [to, from];
    const known = next.get(near);
    if (known) known.push(far);
    else next.set(near, [far]);
  }
  const depths = new Map<string, number>();
  for (let level = [...roots], depth = 0; level.length > 0; depth += 1) {
    const reached = level.filter((key) => !depths.has(key));
    for (const key of reached) depths.set(key, depth);
    level = [...new Set(reached.flatMap((key) => next.get(key) ?? []))];
  }
  return depths;
}

/** A node of a closure. */
export interface Reached {
  readonly key: string;
  readonly depth: number;
}

export interface Lineage {
  /** Closest first, then by key; roots are not among them. */
  readonly nodes: readonly Reached[];
  readonly counts: Readonly<Record<string, number>>;
  readonly isCutByDepth: boolean;
}

/** The closure up to `maxDepth` hops, its counts by kind, and whether more nodes exist beyond. */
export function lineage(
  world: World,
  roots: readonly string[],
  direction: Direction,
  maxDepth: number | null,
): Lineage {
  const kindOf = new Map(world.nodes.map(({ key, kind }) => [key, kind]));
  const reached = [...closure(world, roots, direction)]
    .map(([key, depth]) => ({ key, depth }))
    .filter(({ depth }) => depth > 0);
  const nodes = reached.filter(({ depth }) => depth <= (maxDepth ?? Infinity)).sort(closestFirst);
  return {
    nodes,
    counts: Object.fromEntries(kinds.map((kind) => [kind, nodes.filter(({ key }) => kindOf.get(key) === kind).length])),
    isCutByDepth: nodes.length < reached.length,
  };
}

export const closestFirst = (left: Reached, right: Reached): number =>
  left.depth - right.depth || (left.key < right.key ? -1 : 1);
