import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type GraphQLSchema,
  buildSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  validateSchema,
} from "graphql";
import { authorizeRootFields } from "../../src/core/api/server/authorize.js";
import { buildLineageSchema, printLineageSchema } from "../../src/schema.js";
import { describedPlaces } from "../support/described-places.js";
import { laterFields, laterTypes } from "./later.js";

const read = (path: string): string => readFileSync(join(import.meta.dirname, path), "utf8");
const contract = buildSchema(read("../fixtures/contract.graphql"));

let printed: string;
let served: GraphQLSchema;
beforeAll(async () => {
  printed = await printLineageSchema();
  served = buildSchema(printed);
});

test("the committed schema is the one that the code prints; `npm run schema` writes it", () => {
  expect(printed).toBe(read("../../schema/schema.graphql"));
});

test("the schema is valid", async () => {
  expect(validateSchema(await buildLineageSchema())).toEqual([]);
});

test("enum values are printed in their declared order: severities worst first", () => {
  expect(valuesOf("ImpactSeverity")).toEqual([
    "SERVING_PRODUCTION",
    "SERVING_OTHER",
    "ROLLBACK_TARGET",
    "PENDING_RELEASE",
    "REGISTERED",
    "REPRODUCIBILITY",
    "NONE",
  ]);
  expect(valuesOf("RunStatus")).toEqual(["SCHEDULED", "RUNNING", "COMPLETED", "FAILED", "ABORTED"]);
});

test("the schema serves the whole contract, except the parts that are listed as later", () => {
  const later = new Set([...laterTypes, ...laterFields]);
  const broken = findBreakingChanges(contract, served).map(({ description }) => description);
  const unexpected = broken.filter((description) => !later.has(/^(\S+) was removed\.$/.exec(description)?.[1] ?? ""));
  expect(unexpected).toEqual([]);
});

test("the parts listed as later are in the contract and not yet in the schema", () => {
  expect(laterTypes.filter((name) => !contract.getType(name))).toEqual([]);
  expect(laterFields.filter((name) => !hasField(contract, name))).toEqual([]);
  expect(laterTypes.filter((name) => served.getType(name))).toEqual([]);
  expect(laterFields.filter((name) => hasField(served, name))).toEqual([]);
});

test("everything has a description: types, fields, arguments and values", () => {
  const places = describedPlaces(served);
  expect(places.length).toBeGreaterThan(200);
  expect(places.filter(({ text }) => text === "").map(({ place }) => place)).toEqual([]);
});

test("a root field without a role is refused when the schema is built", async () => {
  const schema = await buildLineageSchema();
  const field = schema.getQueryType()?.getFields().datasets;
  if (!field) throw new Error("there is no field datasets");
  field.extensions = {};
  expect(() => authorizeRootFields(schema)).toThrow("Query.datasets must declare its role");
});

function valuesOf(name: string): string[] {
  const type = served.getType(name);
  return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
}

function hasField(schema: GraphQLSchema, place: string): boolean {
  const [typeName = "", fieldName = ""] = place.split(".");
  const type = schema.getType(typeName);
  return (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) && fieldName in type.getFields();
}
