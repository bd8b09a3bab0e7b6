import { type GraphQLSchema, buildSchema, getIntrospectionQuery, graphqlSync, parse, validate } from "graphql";
import { requireOneField } from "../../src/core/api/one-of.js";
import { buildLineageSchema } from "../../src/schema.js";
import { everyField, lineageTypes } from "../support/every-field.js";

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildLineageSchema();
});

test("one document can select every field of all six kinds of nodes", () => {
  const kinds = lineageTypes(schema);
  expect(kinds.map(({ name }) => name).sort()).toEqual([
    "CodeCommit",
    "DatasetSnapshot",
    "Deployment",
    "Environment",
    "ModelVersion",
    "Run",
  ]);
  const fragments = kinds.map((kind) => `... on ${kind.name} ${everyField(schema, kind, 1)}`);
  const document = parse(`query($id: ID!) { lineageNode(ref: { id: $id }) { ${fragments.join("\n")} } }`);
  expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
});

test("introspection reports the reference as a OneOf input", () => {
  const { data } = graphqlSync({ schema, source: getIntrospectionQuery({ oneOf: true }) });
  const types: { name: string; isOneOf: boolean | null }[] = JSON.parse(JSON.stringify(data)).__schema.types;
  expect(types.filter(({ isOneOf }) => isOneOf).map(({ name }) => name)).toEqual(["NodeRefInput"]);
});

test.each(["input Wrong { a: String! }", 'input Wrong { a: String = "x" }'])(
  "%s cannot be a OneOf input, because its field is always set",
  (declared) => {
    const wrong = buildSchema(`${declared} type Query { a(b: Wrong): String }`);
    const type = wrong.getType("Wrong");
    if (type) type.extensions = { oneOf: true };
    expect(() => requireOneField(wrong)).toThrow("Wrong.a must be optional without a default");
  },
);
