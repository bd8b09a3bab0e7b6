/** An edge of the flow, by the keys of its ends. */
export interface FlowEdge {
  readonly upstream: string;
  readonly downstream: string;
}

/**
 * A shortest path from one of the roots to the end, as edges in the direction of the flow; null if none exists, empty if
 * the end is a root. The choice between several shortest paths is deterministic: the least key at each step.
 */
export function shortestPath<Edge extends FlowEdge>(
  edgesInto: ReadonlyMap<string, readonly Edge[]>,
  roots: ReadonlySet<string>,
  end: string,
): Edge[] | null {
  const distance = distancesTo(edgesInto, roots, end);
  const start = [...roots].filter((root) => distance.has(root)).sort(byDistanceThenKey(distance))[0];
  if (start === undefined) return null;
  const edgesFrom = shortestEdgesFrom(edgesInto, distance);
  const path: Edge[] = [];
  for (let at = start; at !== end;) {
    const edge = edgesFrom.get(at);
    if (!edge) return null;
    path.push(edge);
    at = edge.downstream;
  }
  return path;
}

/** Groups edges by their downstream node. */
export function groupByDownstream<Edge extends FlowEdge>(edges: readonly Edge[]): Map<string, Edge[]> {
  const into = new Map<string, Edge[]>();
  for (const edge of edges) {
    const known = into.get(edge.downstream);
    if (known) known.push(edge);
    else into.set(edge.downstream, [edge]);
  }
  return into;
}

/** Number of hops to the end, for every node that is not further away than the nearest root. */
function distancesTo<Edge extends FlowEdge>(
  edgesInto: ReadonlyMap<string, readonly Edge[]>,
  roots: ReadonlySet<string>,
  end: string,
): Map<string, number> {
  const distance = new Map([[end, 0]]);
  let frontier = [end];
  for (let hops = 1; frontier.length > 0 && !frontier.some((key) => roots.has(key)); hops += 1) {
    const next: string[] = [];
    for (const { upstream } of frontier.flatMap((key) => edgesInto.get(key) ?? [])) {
      if (distance.has(upstream)) continue;
      distance.set(upstream, hops);
      next.push(upstream);
    }
    frontier = next;
  }
  return distance;
}

/** The edge that a shortest path takes from each node: the one to the least key. */
function shortestEdgesFrom<Edge extends FlowEdge>(
  edgesInto: ReadonlyMap<string, readonly Edge[]>,
  distance: ReadonlyMap<string, number>,
): Map<string, Edge> {
  const chosen = new Map<string, Edge>();
  for (const [key, hops] of distance) {
    for (const edge of edgesInto.get(key) ?? []) {
      if (distance.get(edge.upstream) !== hops + 1) continue;
      const other = chosen.get(edge.upstream);
      if (!other || edge.downstream < other.downstream) chosen.set(edge.upstream, edge);
    }
  }
  return chosen;
}

const byDistanceThenKey =
  (distance: ReadonlyMap<string, number>) =>
  (left: string, right: string): number =>
    (distance.get(left) ?? 0) - (distance.get(right) ?? 0) || (left < right ? -1 : 1);
