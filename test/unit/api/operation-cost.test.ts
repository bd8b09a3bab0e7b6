import "reflect-metadata";
import { buildSchema, parse } from "graphql";
import { operationCost } from "../../../src/core/api/server/operation-cost.js";

const schema = buildSchema(`
  interface Thing { id: ID! key: String! related: Thing }
  type Run implements Thing { id: ID! key: String! related: Thing inputs: [Input!]! parent: Run children(first: Int, last: Int): RunConnection! }
  type Model implements Thing { id: ID! key: String! related: Thing runs(first: Int): RunConnection! }
  type Input { role: String! node: Thing! }
  type PageInfo { hasNextPage: Boolean! }
  type RunEdge { cursor: String! node: Run! }
  type RunConnection { edges: [RunEdge!]! pageInfo: PageInfo! totalCount: Int! }
  type Reached { depth: Int! node: Thing! }
  type Closure { nodes: [Reached!]! totalCount: Int! }
  type Query { runs(first: Int, last: Int): RunConnection! closure(limit: Int = 500): Closure! things(ids: [ID!]!): [Thing]! run(id: ID = "r"): Run needs(value: Int! = 1): Run }
`);
const costOf = (query: string, variables: Record<string, unknown> = {}, operationName?: string): number =>
  operationCost({ schema, query: parse(query), operationName, variables });

test.each([
  ["{ run { key id } }", 1],
  ["{ run { parent { parent { key } } } }", 3],
  ["{ runs { totalCount pageInfo { hasNextPage } } }", 0],
  ["{ runs { edges { cursor node { key } } } }", 50],
  ["{ runs(first: 7) { edges { node { key } } } }", 7],
  ["{ runs(last: 7) { edges { node { children(first: 3) { edges { node { key } } } } } } }", 7 * (1 + 3)],
  ["{ runs(first: 2) { edges { node { inputs { role node { key } } } } } }", 2 * (1 + 10)],
  ["{ closure { nodes { depth node { key } } totalCount } }", 50],
  ["{ closure(limit: 10000) { nodes { node { key } } } }", 1_000],
  ['{ things(ids: ["a", "b", "c"]) { key } }', 3],
  [
    "{ closure(limit: 10) { nodes { node { ... on Run { parent { key } related { key } } ... on Model { related { key } } key } } } }",
    1 + 2,
  ],
  ["{ run { ...A ...A } } fragment A on Run { parent { key } }", 3],
  ["{ run { parent @skip(if: true) { key } related @include(if: false) { key } } }", 1],
  ["{ __schema { types { name fields { name } } } __typename }", 0],
])("%s costs %d", (query, cost) => {
  expect(costOf(query)).toBe(cost);
});

test("sizes and conditions come from variables, and from their defaults", () => {
  const query =
    "query($first: Int = 4, $deep: Boolean = false) { runs(first: $first) { edges { node { parent @include(if: $deep) { key } } } } }";
  expect([costOf(query), costOf(query, { first: 9 }), costOf(query, { first: 9, deep: true })]).toEqual([4, 9, 18]);
});

test("of several operations the one that is asked for counts", () => {
  expect(costOf("query A { run { key } } query B { runs { edges { node { key } } } }", {}, "B")).toBe(50);
});

test("a field that the execution would refuse does not hide what stands beside it", () => {
  expect(() =>
    costOf("query($value: Int = 1) { needs(value: $value) { key } runs(first: 500) { edges { node { key } } } }", {
      value: null,
    }),
  ).toThrow(/value/);
});

test("fragments that double each other are counted in no time", () => {
  const levels = Array.from(
    { length: 60 },
    (_, index) => `fragment F${index} on Run { parent { ...F${index + 1} } related { ...F${index + 1} } }`,
  );
  expect(costOf(`{ run { ...F0 } } ${levels.join(" ")} fragment F60 on Run { key }`)).toBeGreaterThan(2 ** 50);
});
