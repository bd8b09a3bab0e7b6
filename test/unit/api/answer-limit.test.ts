import { buildSchema, graphql } from "graphql";
import { AnswerSize } from "../../../src/core/api/answer-size.js";
import { countAnswers } from "../../../src/core/api/server/answer-limit.js";

/** `size` runs, each the upstream run of `size` more, and so on: every list is loaded by a call that is counted. */
function countedSchema(size: number) {
  const schema = buildSchema(`
    type Run { id: ID! tags: [String!]! metrics: [Metric!]! inputs: [Run!]! later: [Run!]! best: Run closure: Closure! }
    type Metric { name: String! }
    type Closure { nodes: [Run!]! }
    type Query { runs: [Run!]! run: Run }
  `);
  let loaded = 0;
  const run = { id: "r", tags: ["a", "b"], metrics: Array.from({ length: 20 }, (_, index) => ({ name: `m${index}` })) };
  const load = () => {
    loaded += 1;
    return Array.from({ length: size }, () => resolved);
  };
  const resolved: object = {
    ...run,
    inputs: load,
    later: async () => load(),
    best: () => resolved,
    closure: { nodes: load },
  };
  const closure = schema.getType("Closure");
  if (closure && "getFields" in closure) {
    const { nodes } = closure.getFields();
    if (nodes) nodes.extensions = { cost: 1 / 10 };
  }
  countAnswers(schema);
  return {
    async ask(source: string, limit: number) {
      const answerSize = new AnswerSize(limit);
      const { data, errors } = await graphql({
        schema,
        source,
        rootValue: { runs: load, run: () => resolved },
        contextValue: { answerSize },
      });
      return { data, messages: errors?.map(({ message }) => message), loaded };
    },
  };
}

const passes = async (source: string, limit: number, size = 10): Promise<boolean> =>
  (await countedSchema(size).ask(source, limit)).messages === undefined;

test.each([
  ["{ run { id best { best { id } } } }", 0],
  ["{ runs { id tags } }", 10],
  ["{ runs { metrics { name } } }", 10 + 10 * 2],
  ["{ runs { inputs { id } } }", 10 + 100],
  ["{ runs { later { inputs { id } } } }", 10 + 100 + 1_000],
  ["{ runs { closure { nodes { id } } } }", 10 + 10],
  ["{ a: runs { id } b: runs { id } ...More } fragment More on Query { c: runs { id } }", 30],
  ["{ __schema { types { name } } }", 0],
])("%s holds %d nodes", async (source, count) => {
  expect(await passes(source, count)).toBe(true);
  if (count > 0) expect(await passes(source, count - 1)).toBe(false);
});

test("the limit ends the answer after bounded work, with the limit, the count and the path", async () => {
  const { messages, loaded, data } = await countedSchema(10).ask(
    "{ runs { inputs { inputs { inputs { inputs { inputs { id } } } } } } }",
    500,
  );
  expect(data).toBeNull();
  expect(messages?.[0]).toMatch(
    /more than the limit of 500 nodes: 501|the limit of 500 nodes: 5\d\d were resolved up to runs\.\d+\.inputs\.[\w.]+;/,
  );
  // Each load of ten items was counted; nothing is loaded after the limit.
  expect(loaded).toBeLessThanOrEqual(51);
});

test("concurrent loads are counted before nested fields are loaded", async () => {
  const { loaded, messages } = await countedSchema(10).ask("{ runs { later { later { later { id } } } } }", 200);
  expect(messages).toBeDefined();
  // 1 + 10 + 100 lists were in progress when the limit was passed; the 1,000 below them were not started.
  expect(loaded).toBeLessThanOrEqual(111);
});

test("a cost that is not a number is a defect of the schema", () => {
  const schema = buildSchema("type Query { run: String }");
  const field = schema.getQueryType()?.getFields().run;
  if (field) field.extensions = { cost: "much" };
  expect(() => countAnswers(schema)).toThrow("Query.run must declare its cost as a number");
});
