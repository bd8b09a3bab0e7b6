import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import {
  type GraphQLInputObjectType,
  type GraphQLSchema,
  buildSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
} from "graphql";
import { z } from "zod";
import { fact } from "../../src/adapters/ingest/fact.js";
import { printLineageSchema } from "../../src/schema.js";
import { findBannedPhrases } from "../support/banned-phrases.js";
import { describedPlaces } from "../support/described-places.js";
import { commentsOf, stringLiteralsOf } from "../support/source-texts.js";

const cypherFolder = join(import.meta.dirname, "../../cypher");

let served: GraphQLSchema;
beforeAll(async () => {
  served = buildSchema(await printLineageSchema());
});

test("no string literal of the sources contains a banned phrase", () => {
  const literals = stringLiteralsOf("src");
  expect(literals.length).toBeGreaterThan(2_000);
  expect(literals.flatMap(withBannedPhrases)).toEqual([]);
});

test.each([
  ["src", 1_500],
  ["scripts", 60],
  ["test", 500],
])("no comment in %s contains a banned phrase", (folder, least) => {
  const comments = commentsOf(folder);
  expect(comments.length).toBeGreaterThanOrEqual(least);
  expect(comments.flatMap(withBannedPhrases)).toEqual([]);
});

test("no comment in a statement or fragment contains a banned phrase", () => {
  const comments = cypherComments();
  expect(comments.length).toBeGreaterThan(400);
  expect(comments.flatMap(withBannedPhrases)).toEqual([]);
});

test("every description has at least three words and no banned phrase", () => {
  const places = describedPlaces(served);
  expect(places.length).toBeGreaterThan(700);
  expect(places.filter(({ text }) => text.trim().split(/\s+/).length < 3)).toEqual([]);
  expect(places.flatMap(withBannedPhrases)).toEqual([]);
});

test("the input fields of facts state the limits that are checked", () => {
  const limits = limitedInputFields(served);
  expect(limits.length).toBeGreaterThan(60);
  expect(limits.filter(({ text, limit }) => !text.includes(limit))).toEqual([]);
});

/** Fields whose content is limited further than its length: the description states the lower limit. */
const lowerLimits = new Map([["RegisterEnvironmentInput.condaYaml", 100_000]]);

/** The comments of every statement and fragment. Applied migrations are checksummed, so their comments cannot change. */
function cypherComments(): { place: string; text: string }[] {
  return readdirSync(cypherFolder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".cypher") && !file.startsWith("migrations"))
    .sort()
    .flatMap((file) =>
      readFileSync(join(cypherFolder, file), "utf8")
        .split("\n")
        .map((line, index) => ({ place: `cypher/${file}:${index + 1}`, text: /\/\/.*/.exec(line)?.[0] ?? "" }))
        .filter(({ text }) => text !== ""),
    );
}

function withBannedPhrases({ place, text }: { place: string; text: string }): string[] {
  return findBannedPhrases(text).map((phrase) => `${place}: ${phrase}`);
}

const jsonSchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  const: z.unknown().optional(),
  maxLength: z.number().optional(),
  maxItems: z.number().optional(),
  maximum: z.number().optional(),
});
type JsonSchema = z.output<typeof jsonSchema>;

interface LimitedField {
  readonly place: string;
  readonly text: string;
  readonly limit: string;
}

/** Each input field of a fact that has a maximum, with its description; a type that several facts share is there once each. */
function limitedInputFields(schema: GraphQLSchema): LimitedField[] {
  const facts = jsonSchema.parse(z.toJSONSchema(fact, { io: "input", unrepresentable: "any" }));
  return alternativesOf(facts).flatMap(({ properties = {} }) => {
    const operation = String(jsonSchema.parse(properties.operation).const);
    const argument = schema.getMutationType()?.getFields()[operation]?.args[0];
    const type = argument && getNamedType(argument.type);
    if (!isInputObjectType(type)) throw new TypeError(`${operation} takes no input`);
    return limitedFieldsOf(type, jsonSchema.parse(properties.input));
  });
}

function limitedFieldsOf(type: GraphQLInputObjectType, shape: JsonSchema): LimitedField[] {
  return Object.values(type.getFields()).flatMap(({ name, description, type: fieldType }) => {
    const place = `${type.name}.${name}`;
    const field = shapeOf(shape.properties?.[name]);
    const limit = lowerLimits.get(place) ?? field.maxItems ?? field.maxLength ?? field.maximum;
    const isStated = limit !== undefined && limit < Number.MAX_SAFE_INTEGER;
    const inner = getNamedType(getNullableType(fieldType));
    return [
      ...(isStated ? [{ place, text: description ?? "", limit: limit.toLocaleString("en-US") }] : []),
      ...(isInputObjectType(inner) ? limitedFieldsOf(inner, shapeOf(field.items ?? shape.properties?.[name])) : []),
    ];
  });
}

/** The shape of a field that may be null. */
function shapeOf(field: unknown): JsonSchema {
  const parsed = jsonSchema.parse(field ?? {});
  return alternativesOf(parsed)[0] ?? parsed;
}

function alternativesOf({ anyOf, oneOf }: JsonSchema): JsonSchema[] {
  return (anyOf ?? oneOf ?? []).map((option) => jsonSchema.parse(option));
}
