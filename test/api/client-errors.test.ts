import { type GraphQLField, type GraphQLSchema, buildSchema } from "graphql";
import { printLineageSchema } from "../../src/schema.js";
import { OddOperations, oddCases } from "../support/odd-operations.js";
import { startTestApp, type TestApp, uniqueNamespace } from "../support/test-app.js";

/** How many requests are sent at once. */
const atOnce = 6;

const namespace = uniqueNamespace();
let app: TestApp;
let schema: GraphQLSchema;
beforeAll(async () => {
  app = await startTestApp();
  schema = buildSchema(await printLineageSchema());
});
afterAll(() => app.close());

const defects = (requestIds: readonly string[]): unknown[] =>
  app.log.filter(({ msg, requestId }) => msg === "defect" && requestIds.includes(requestId ?? ""));

const rootFields = (): (readonly ["query" | "mutation", GraphQLField<unknown, unknown>])[] => [
  ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ["query", field] as const),
  ...Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => ["mutation", field] as const),
];

describe.each([...oddCases])("%s", (_name, odd) => {
  test.each([0, 1])("is no defect in any root field, with the optional fields of round %d", async (round) => {
    const fields = rootFields();
    expect(fields.length).toBeGreaterThan(50);
    const requestIds: string[] = [];
    for (let start = 0; start < fields.length; start += atOnce) {
      const answers = await Promise.all(
        fields.slice(start, start + atOnce).map(([operation, field]) => {
          const { query, variables } = new OddOperations(namespace, odd, round).of(operation, field);
          return app.graphql(query, variables);
        }),
      );
      requestIds.push(...answers.map(({ requestId }) => requestId));
    }
    expect(defects(requestIds)).toEqual([]);
  });

  test("is no defect in a fact", async () => {
    const operations = [
      "registerDatasetSnapshot",
      "registerCodeCommit",
      "registerEnvironment",
      "recordRun",
      "registerModelVersion",
      "setModelAlias",
      "defineEndpoint",
      "recordDeployment",
    ];
    const facts = [0, 1].flatMap((round) =>
      operations.map((operation) => {
        const [input] = schema.getMutationType()?.getFields()[operation]?.args ?? [];
        return { operation, input: input && new OddOperations(namespace, odd, round).valueOf(input.type, input.name) };
      }),
    );
    const response = await app.sendFacts(facts);
    expect([response.status, await response.json()]).toEqual([200, { outcomes: facts.map(() => expect.anything()) }]);
  });
});

test("removing an alias of an unknown model is recorded, because a later report may be older", async () => {
  const { data, errors } = await app.graphql(
    "mutation($input: SetModelAliasInput!) { setModelAlias(input: $input) { key } }",
    { input: { namespace, model: "never-recorded", alias: "champion" } },
  );
  expect([data, errors]).toEqual([{ setModelAlias: { key: `model:${namespace}/never-recorded` } }, undefined]);
});

test("a subscription is refused as an operation that the API does not have", async () => {
  const { status, errors } = await app.graphql("subscription { runs { totalCount } }");
  expect([status, errors]).toEqual([
    400,
    [
      expect.objectContaining({
        message: "the API has no subscriptions; send a query or a mutation",
        extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
      }),
    ],
  ]);
});

test("more than 50 invalid variables are errors of the client", async () => {
  const { status, errors } = await app.graphql("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
    ids: Array.from({ length: 60 }, () => ({})),
  });
  expect(status).toBe(400);
  expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(["BAD_USER_INPUT"]));
  expect(errors?.at(-1)?.message).toContain("Too many errors processing variables");
});

test.each([
  [{ text: "a\ud800" }, "$text"],
  [{ text: ["a", { b: "\udc00" }] }, "$text[1].b"],
  [{ text: { "\ud800": 1 } }, "$text"],
])("an unpaired surrogate in %j is named by its variable", async (variables, place) => {
  const { status, errors } = await app.graphql(
    "query($text: String!) { search(text: $text) { totalCount } }",
    variables,
  );
  expect([status, errors?.[0]]).toEqual([
    400,
    expect.objectContaining({
      message: `the variable ${place} contains an unpaired surrogate, which is not a character`,
      extensions: { code: "BAD_USER_INPUT" },
    }),
  ]);
});
