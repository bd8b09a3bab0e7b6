import type { LineageKind } from "../../../src/adapters/cli/generated/graphql.js";
import { type Lineage, lineageAnswer } from "../../../src/adapters/cli/lineage/lineage-answer.js";

const of = {
  key: "model-version:acme/credit@1",
  kind: "MODEL_VERSION",
  label: "credit@1",
  namespace: "acme",
  isStub: false,
} as const;
const node = (key: string, kind: LineageKind, depth: number): Lineage["nodes"][number] => ({
  depth,
  node: { key, kind, label: key, namespace: "acme", isStub: false },
});
const found: Lineage = {
  nodes: [
    node("run:acme/r", "RUN", 1),
    node("snapshot:acme/a@1", "DATASET_SNAPSHOT", 2),
    node("snapshot:acme/b@1", "DATASET_SNAPSHOT", 2),
  ],
  counts: [
    { kind: "DATASET_SNAPSHOT", count: 2 },
    { kind: "RUN", count: 1 },
    { kind: "DEPLOYMENT", count: 0 },
  ],
  totalCount: 3,
  completeness: {
    status: "COMPLETE",
    reason: null,
    reasons: [],
    reachedCount: 3,
    undecidedCount: 0,
    undecided: [],
  },
};
const answer = (
  lineage: Partial<Lineage>,
  kinds: readonly LineageKind[] | null = null,
): ReturnType<typeof lineageAnswer> =>
  lineageAnswer({ of, direction: "UPSTREAM", asOf: null, kinds, lineage: { ...found, ...lineage } });

test("the count of nodes, by kind", () => {
  const { headline, summary, warnings } = answer({});
  expect([headline[0], summary, warnings]).toEqual([
    "3 nodes are upstream of model version credit@1",
    ["2 snapshots, 1 run."],
    [],
  ]);
});

test("with kinds, only those are counted, although the server counts all reached nodes", () => {
  const { headline, summary, warnings } = answer({ nodes: found.nodes.slice(1) }, ["DATASET_SNAPSHOT"]);
  expect([headline[0], summary, warnings]).toEqual(["2 snapshots are upstream of model version credit@1", [], []]);
  expect(answer({ nodes: [] }, ["DEPLOYMENT"]).headline[0]).toBe("Nothing is upstream of model version credit@1");
});

test("a warning states that the limit truncated the list", () => {
  expect(answer({ nodes: found.nodes.slice(0, 1) }).warnings).toEqual([
    "Showing the closest 1 of 3. Use --limit to show more.",
  ]);
  expect(answer({ nodes: found.nodes.slice(0, 1) }, ["DATASET_SNAPSHOT"]).warnings).toEqual([
    "Showing the closest 1 of 2. Use --limit to show more.",
  ]);
});

test("a warning states that more nodes exist beyond the depth", () => {
  expect(
    answer({
      completeness: { ...found.completeness, status: "PARTIAL", reason: "DEPTH_LIMIT", reasons: ["DEPTH_LIMIT"] },
    }).warnings[0],
  ).toContain("PARTIAL (more nodes exist beyond the requested depth");
});
