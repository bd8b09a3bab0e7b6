import { exampleFacts } from "../../../src/adapters/example/example-facts.js";
import { fact } from "../../../src/adapters/ingest/fact.js";
import { exampleGraph, graphOf, reach } from "./example-graph.js";

const countBy = (values: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

test("every fact is one that any source could send", () => {
  const problems = exampleFacts().flatMap((given) => fact.safeParse(given).error?.issues ?? []);
  expect(problems).toEqual([]);
});

test("each call returns the same facts, and each fact once", () => {
  expect(exampleFacts()).toEqual(exampleFacts());
  const texts = exampleFacts().map((given) => JSON.stringify(given));
  expect(new Set(texts).size).toBe(texts.length);
});

test("60 to 100 nodes of all six kinds, connected by all five kinds of flow", () => {
  const { nodes, edges } = exampleGraph();
  expect(countBy([...nodes.keys()].map((key) => key.slice(0, key.indexOf(":"))))).toEqual({
    snapshot: 27,
    commit: 9,
    environment: 5,
    run: 29,
    "model-version": 11,
    deployment: 15,
  });
  expect(nodes.size).toBeGreaterThanOrEqual(60);
  expect(nodes.size).toBeLessThanOrEqual(100);
  expect(new Set(edges.map((edge) => edge.kind))).toEqual(
    new Set(["USED_BY", "PRODUCED", "DERIVED_INTO", "DEPLOYED_AS", "EMITTED"]),
  );
});

test("every reference of a fact is registered by another fact", () => {
  const { nodes, references } = exampleGraph();
  expect(references.filter((key) => !nodes.has(key))).toEqual([]);
});

test("the check detects an unregistered reference", () => {
  const { nodes, references } = graphOf(exampleFacts().filter((given) => given.operation !== "registerCodeCommit"));
  expect(new Set(references.filter((key) => !nodes.has(key))).size).toBe(9);
});

test("no node is upstream of itself", () => {
  const graph = exampleGraph();
  expect([...graph.nodes.keys()].filter((key) => reach(graph, key, "downstream").has(key))).toEqual([]);
});

test("everything happened between January and autumn 2026, and nothing ends before it begins", () => {
  const { nodes } = exampleGraph();
  const times = [...nodes.values()].flatMap(({ from, to }) => [from, to]).filter((time) => time !== undefined);
  expect(Math.min(...times)).toBeGreaterThanOrEqual(Date.UTC(2026, 0, 1));
  expect(Math.max(...times)).toBeLessThan(Date.UTC(2026, 9, 1));
  for (const [key, { from, to }] of nodes)
    if (to !== undefined) expect([key, from !== undefined && from < to]).toEqual([key, true]);
});

test("no node is used before it exists, and the outputs of a run exist when it has ended", () => {
  const { nodes, edges } = exampleGraph();
  const timely = edges.filter(({ kind, upstream, downstream }) => {
    const [earlier, later] = [nodes.get(upstream), nodes.get(downstream)];
    const there = kind === "PRODUCED" ? earlier?.to : earlier?.from;
    return there === undefined || later?.from === undefined || there <= later.from;
  });
  expect(edges.filter((edge) => !timely.includes(edge))).toEqual([]);
  expect(edges.filter(({ kind, upstream }) => kind === "PRODUCED" && nodes.get(upstream)?.to === undefined)).toEqual(
    [],
  );
});

test("deployments of an endpoint are in the order of their start, and none begins before the previous one has ended", () => {
  const began = new Map<string, number>();
  for (const { input } of exampleFacts()
    .map((given) => fact.parse(given))
    .filter((given) => given.operation === "recordDeployment")) {
    expect([input.endpoint, input.validFrom >= (began.get(input.endpoint) ?? 0)]).toEqual([input.endpoint, true]);
    began.set(input.endpoint, Math.max(input.validFrom, input.validTo ?? 0));
  }
  expect(began.size).toBe(6);
});
