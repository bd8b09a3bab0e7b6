import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  type DocumentNode,
  getOperationAST,
  Kind,
  Lexer,
  parse,
  type SelectionSetNode,
  Source,
  TokenKind,
  validate,
  valueFromASTUntyped,
  visit,
} from "graphql";
import { commitKey, snapshotKey } from "../../src/core/shared/key.js";
import { exampleFacts } from "../../src/adapters/example/example-facts.js";
import { exampleGraph } from "../unit/example/example-graph.js";

const folder = join(import.meta.dirname, "../../schema/examples");
const served = buildSchema(readFileSync(join(import.meta.dirname, "../../schema/schema.graphql"), "utf8"));
const files = readdirSync(folder).sort();
const examples = files.map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));

test("the operations are numbered in the order of the playground's tabs, the main question first", () => {
  expect(files[0]).toBe("01-impact-of-a-snapshot.graphql");
  expect(files.map((file) => Number(file.slice(0, 2)))).toEqual(files.map((_, index) => index + 1));
});

test.each(examples)("$file is valid by the served schema", ({ text }) => {
  expect(validate(served, parse(text))).toEqual([]);
});

test.each(examples)(
  "$file states in comments its title, its answer and when to run it; its operation is named after the title",
  ({ file, text }) => {
    const comments = text.split("\n").slice(
      0,
      text.split("\n").findIndex((line) => !line.startsWith("# ")),
    );
    expect(comments.length).toBeGreaterThanOrEqual(3);
    const title = comments[0]?.slice(2) ?? "";
    expect(file.replace(/^\d+-|\.graphql$/g, "")).toBe(title.toLowerCase().replaceAll(" ", "-"));
    expect(getOperationAST(parse(text))?.name?.value.toLowerCase()).toBe(title.toLowerCase().replaceAll(" ", ""));
  },
);

test.each(examples)(
  "$file runs unchanged: one operation, and each variable has a default or is optional",
  ({ text }) => {
    const operation = getOperationAST(parse(text));
    const unset = operation?.variableDefinitions?.filter(
      ({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined,
    );
    expect(unset).toEqual([]);
  },
);

test.each(examples)("$file keeps the limits: depth 12, 15 aliases, 1,000 tokens", ({ text }) => {
  let aliases = 0;
  visit(parse(text), { Field: ({ alias }) => void (aliases += alias ? 1 : 0) });
  expect(aliases).toBeLessThanOrEqual(15);
  expect(depthOf(getOperationAST(parse(text))?.selectionSet)).toBeLessThanOrEqual(12);
  expect(tokensOf(text)).toBeLessThanOrEqual(1_000);
});

test.each(examples)("$file refers to nodes of the example", ({ text }) => {
  const { nodes } = exampleGraph();
  const named = defaultsOf(parse(text)).flatMap(keysNamed);
  expect(named.filter((key) => !nodes.has(key))).toEqual([]);
});

test("references to nodes are found in the operations, and their names are in the example", () => {
  expect(examples.flatMap(({ text }) => defaultsOf(parse(text)).flatMap(keysNamed)).length).toBeGreaterThanOrEqual(6);
  const facts = exampleFacts();
  const endpoints = facts.flatMap((given) => (given.operation === "recordDeployment" ? [given.input.endpoint] : []));
  expect(endpoints).toEqual(expect.arrayContaining(["churn-small-business-api", "credit-api"]));
  expect(facts.flatMap((given) => (given.operation === "recordRun" ? [given.input.experiment] : []))).toContain(
    "credit-risk",
  );
  expect(
    facts.flatMap((given) => (given.operation === "registerDatasetSnapshot" ? [given.input.namespace] : [])),
  ).toContain("s3://acme-lake");
});

const defaultsOf = (document: DocumentNode): unknown[] => {
  const defaults: unknown[] = [];
  visit(document, {
    VariableDefinition: ({ defaultValue }) => void (defaultValue && defaults.push(valueFromASTUntyped(defaultValue))),
  });
  const sha = defaults.find((value) => typeof value === "string" && /^[0-9a-f]{40}$/.test(value));
  const repository = defaults.find((value) => typeof value === "string" && value.startsWith("https://"));
  return sha === undefined ? defaults : [...defaults, { sha, repository }];
};

/** The keys of the nodes that a default value refers to, however deep. */
function keysNamed(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysNamed);
  if (typeof value !== "object" || value === null) return [];
  const ref = new Map(Object.entries(value).filter(([, part]) => typeof part === "string"));
  const part = (name: string): string => String(ref.get(name));
  const inner = Object.values(value).flatMap(keysNamed);
  if (ref.has("key")) return [part("key"), ...inner];
  if (ref.has("dataset")) return [snapshotKey(part("namespace"), part("dataset"), part("version")), ...inner];
  if (ref.has("sha")) return [commitKey(part("repository"), part("sha")), ...inner];
  return inner;
}

function depthOf(selected: SelectionSetNode | undefined): number {
  const depths = selected?.selections.map((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return 0;
    return depthOf(selection.selectionSet) + (selection.kind === Kind.FIELD ? 1 : 0);
  });
  return Math.max(0, ...(depths ?? []));
}

function tokensOf(text: string): number {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  while (lexer.advance().kind !== TokenKind.EOF) tokens += 1;
  return tokens;
}
