import "reflect-metadata";
import { buildSchema, parse } from "graphql";
import { largestNesting, limitPageSizes } from "../../../src/core/api/server/page-sizes.js";

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
const operation = (query: string, variables: Record<string, unknown> = {}, operationName?: string) => ({
  schema,
  query: parse(query),
  operationName,
  variables,
});
const largest = (query: string, variables?: Record<string, unknown>, operationName?: string): number =>
  largestNesting(operation(query, variables, operationName));

test.each([
  ["{ run { key id } }", 1],
  ["{ runs { edges { cursor node { inputs { node { key } } } } } }", 1],
  ["{ runs(first: 7) { edges { node { key } } } }", 7],
  ["{ runs(first: 0) { edges { node { children(first: 3) { totalCount } } } } }", 3],
  ["{ runs(last: 7) { edges { node { children(first: 3) { edges { node { key } } } } } } }", 21],
  [
    "{ runs(first: 2) { edges { node { key } } } closure(limit: 9) { nodes { node { key } } } closure { totalCount } }",
    9,
  ],
  [
    "{ things(ids: []) { ... on Run { children(first: 5) { totalCount } } ... on Model { runs(first: 6) { totalCount } } } }",
    6,
  ],
  ["{ run { ...A ...A } } fragment A on Run { children(first: 4) { edges { node { key } } } }", 4],
  [
    "{ run { children(first: 9) @skip(if: true) { totalCount } children(last: 2) @include(if: true) { totalCount } } }",
    2,
  ],
  ["{ __schema { types { name fields { name } } } __typename }", 1],
])("%s multiplies to %d", (query, size) => {
  expect(largest(query)).toBe(size);
});

test("sizes and conditions are read from variables and their defaults", () => {
  const query =
    "query($first: Int = 4, $deep: Boolean = false) { runs(first: $first) { edges { node { children(first: 2) @include(if: $deep) { totalCount } } } } }";
  expect([largest(query), largest(query, { first: 9 }), largest(query, { first: 9, deep: true })]).toEqual([4, 9, 18]);
});

test("of several operations, the selected one counts", () => {
  expect(largest("query A { run { key } } query B { runs(first: 50) { totalCount } }", {}, "B")).toBe(50);
});

test("a field that the execution rejects does not hide the fields beside it", () => {
  expect(() =>
    largest("query($value: Int = 1) { needs(value: $value) { key } runs(first: 500) { totalCount } }", { value: null }),
  ).toThrow(/value/);
});

test("fragments that double each other are sized quickly", () => {
  const levels = Array.from(
    { length: 60 },
    (_, index) =>
      `fragment F${index} on Run { a: children(first: 2) { edges { node { ...F${index + 1} } } } b: children(last: 2) { edges { node { ...F${index + 1} } } } }`,
  );
  expect(largest(`{ run { ...F0 } } ${levels.join(" ")} fragment F60 on Run { key }`)).toBe(2 ** 60);
});

test("pages that request a hundred times the limit of an answer are refused before the execution", () => {
  const nested = (first: number): string =>
    `{ runs(first: 500) { edges { node { children(first: ${first}) { totalCount } } } } }`;
  expect(() => limitPageSizes(operation(nested(500)), 2_500)).not.toThrow();
  expect(() => limitPageSizes(operation(nested(501)), 2_500)).toThrow(
    /multiply to 250500 nodes, more than the limit of 250000/,
  );
});
