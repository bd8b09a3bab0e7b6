import fc from "fast-check";
import { groupByDownstream, shortestPath } from "../../../src/features/lineage/shortest-path.js";

const edge = (upstream: string, downstream: string) => ({ upstream, downstream });
const keysOf = (
  edges: readonly { upstream: string; downstream: string }[],
  roots: string[],
  end: string,
): string[] | null => {
  const path = shortestPath(groupByDownstream(edges), new Set(roots), end);
  return path && [path[0]?.upstream ?? end, ...path.map(({ downstream }) => downstream)];
};

test("of two shortest paths, the one with the smallest keys is chosen, regardless of the order of edges", () => {
  const diamond = [edge("a", "c"), edge("a", "b"), edge("b", "d"), edge("c", "d")];
  expect(keysOf(diamond, ["a"], "d")).toEqual(["a", "b", "d"]);
  expect(keysOf(diamond.toReversed(), ["a"], "d")).toEqual(["a", "b", "d"]);
});

test("a missing path is null, the path to a root is empty, and a cycle terminates", () => {
  expect(keysOf([edge("a", "b"), edge("b", "a")], ["x"], "b")).toBeNull();
  expect(keysOf([edge("a", "b")], ["b"], "b")).toEqual(["b"]);
  expect(keysOf([edge("a", "a"), edge("a", "b"), edge("b", "a"), edge("b", "c")], ["a"], "c")).toEqual(["a", "b", "c"]);
});

/** The smallest number of hops, found by a forward search, unlike in the code under test. */
function hopsForward(
  edges: readonly { upstream: string; downstream: string }[],
  roots: readonly string[],
  end: string,
): number | null {
  let level = new Set(roots);
  const seen = new Set(roots);
  for (let hops = 0; level.size > 0; hops += 1) {
    if (level.has(end)) return hops;
    level = new Set(
      edges
        .filter(({ upstream }) => level.has(upstream))
        .map(({ downstream }) => downstream)
        .filter((key) => !seen.has(key)),
    );
    level.forEach((key) => seen.add(key));
  }
  return null;
}

test("on random graphs a path exists exactly if the target is reachable, is shortest, and follows edges", () => {
  const key = fc.integer({ min: 0, max: 11 }).map(String);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(key, key), { maxLength: 40 }),
      fc.uniqueArray(key, { minLength: 1, maxLength: 3 }),
      key,
      (pairs, roots, end) => {
        const edges = pairs.map(([from, to]) => edge(from, to));
        const path = shortestPath(groupByDownstream(edges), new Set(roots), end);
        expect(path?.length ?? null).toBe(hopsForward(edges, roots, end));
        path?.forEach((step, index) => {
          expect(edges).toContainEqual(step);
          expect(index === 0 ? roots : [path[index - 1]?.downstream]).toContain(step.upstream);
        });
      },
    ),
    { numRuns: 500 },
  );
});
