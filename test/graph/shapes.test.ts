import { type TestApp, startTestApp, uniqueNamespace } from "../support/test-app.js";

/*
 * Graphs on which a naive traversal takes exponential time, counts a node for each path, or never ends. That these
 * tests end is half of their result.
 */
let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());

async function record(facts: readonly object[]): Promise<void> {
  for (let start = 0; start < facts.length; start += 1_000) {
    const { outcomes } = (await (await app.sendFacts(facts.slice(start, start + 1_000))).json()) as {
      outcomes: { status: string; message?: string }[];
    };
    expect(outcomes.filter(({ status }) => status === "REJECTED")).toEqual([]);
  }
}

const derived = (namespace: string, version: number, from: readonly number[]) => ({
  operation: "registerDatasetSnapshot",
  input: {
    namespace,
    dataset: "d",
    version: String(version),
    derivedFrom: from.map((each) => ({ namespace, dataset: "d", version: String(each) })),
  },
});
const key = (namespace: string, version: number): string => `snapshot:${namespace}/d@${version}`;

interface Answer {
  readonly impact: {
    readonly completeness: { readonly status: string; readonly reachedCount: number };
    readonly counts: readonly { readonly kind: string; readonly count: number }[];
    readonly affected: {
      readonly totalCount: number;
      readonly edges: readonly {
        readonly node: {
          readonly depth: number;
          readonly node: { readonly key: string };
          readonly path: readonly { readonly key: string }[];
        };
      }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
}
const question = `query($key: String!, $first: Int!, $after: String, $withPath: Boolean!) { impact(of: [{ key: $key }]) {
  completeness { status reachedCount } counts { kind count }
  affected(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { depth node { key } path @include(if: $withPath) { key } } } }
} }`;
const ask = async (
  root: string,
  first: number,
  after: string | null = null,
  withPath = false,
): Promise<Answer["impact"]> => (await app.ask<Answer>(question, { key: root, first, after, withPath })).impact;

test("a chain of forty diamonds has 2^40 paths, and its 120 nodes are each counted once", async () => {
  const namespace = uniqueNamespace();
  const diamonds = Array.from({ length: 40 }, (_, index) => 3 * index).flatMap((top) => [
    derived(namespace, top + 1, [top]),
    derived(namespace, top + 2, [top]),
    derived(namespace, top + 3, [top + 1, top + 2]),
  ]);
  await record([derived(namespace, 0, []), ...diamonds]);
  const { completeness, affected } = await ask(key(namespace, 0), 120);
  expect(completeness).toEqual({ status: "COMPLETE", reachedCount: 120 });
  expect(affected.edges.map(({ node }) => node.depth)).toEqual(
    Array.from({ length: 40 }, (_, index) => [2 * index + 1, 2 * index + 1, 2 * index + 2]).flat(),
  );
  const { path } = await app.ask<{ path: { length: number } }>(
    "query($from: String!, $to: String!) { path(from: { key: $from }, to: { key: $to }) { length } }",
    { from: key(namespace, 0), to: key(namespace, 120) },
  );
  expect(path.length).toBe(80);
});

test("a chain of 5,000 is traversed to its end, and the path to it is returned", async () => {
  const namespace = uniqueNamespace();
  await record(
    Array.from({ length: 5_001 }, (_, version) => derived(namespace, version, version === 0 ? [] : [version - 1])),
  );
  const { completeness, counts } = await ask(key(namespace, 0), 1);
  expect(completeness).toEqual({ status: "COMPLETE", reachedCount: 5_000 });
  expect(counts).toEqual([{ kind: "DATASET_SNAPSHOT", count: 5_000 }]);
  const { path } = await app.ask<{ path: { length: number } }>(
    "query($from: String!, $to: String!) { path(from: { key: $from }, to: { key: $to }) { length } }",
    { from: key(namespace, 0), to: key(namespace, 5_000) },
  );
  expect(path.length).toBe(5_000);
});

test("three hundred direct dependants are returned in pages that add up during concurrent writes", async () => {
  const namespace = uniqueNamespace();
  await record([
    derived(namespace, 0, []),
    ...Array.from({ length: 300 }, (_, index) => derived(namespace, 1_000 + index, [0])),
  ]);
  const first = await ask(key(namespace, 0), 100);
  const seen = first.affected.edges.map(({ node }) => node.node.key);
  // One that sorts before the cursor and one that sorts after it. The pages describe the moment of the first one.
  await record([derived(namespace, 100, [0]), derived(namespace, 9_999, [0])]);
  for (let after = first.affected.pageInfo.endCursor, goesOn = true; goesOn;) {
    const { affected } = await ask(key(namespace, 0), 100, after);
    seen.push(...affected.edges.map(({ node }) => node.node.key));
    ({ endCursor: after, hasNextPage: goesOn } = affected.pageInfo);
  }
  const expected = Array.from({ length: 300 }, (_, index) => key(namespace, 1_000 + index));
  expect(seen).toEqual(expected.toSorted());
  expect((await ask(key(namespace, 0), 1)).affected.totalCount).toBe(302);
});

test("a node derived from itself, and one in its own upstream, are answered correctly and terminate", async () => {
  const namespace = uniqueNamespace();
  await record([
    derived(namespace, 0, [0, 3]),
    derived(namespace, 1, [0]),
    derived(namespace, 2, [1]),
    derived(namespace, 3, [2]),
  ]);
  for (let root = 0; root < 4; root += 1) {
    const { completeness, affected } = await ask(key(namespace, root), 10, null, true);
    // The root itself is not affected, although it is downstream of itself.
    expect(completeness).toEqual({ status: "COMPLETE", reachedCount: 3 });
    expect(affected.edges.map(({ node }) => [node.node.key, node.depth])).toEqual(
      [1, 2, 3].map((hops) => [key(namespace, (root + hops) % 4), hops]),
    );
    for (const { node } of affected.edges)
      expect(node.path.map((each) => each.key)).toEqual(
        Array.from({ length: node.depth + 1 }, (_, hops) => key(namespace, (root + hops) % 4)),
      );
  }
});
