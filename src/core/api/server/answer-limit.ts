import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isObjectType,
  isUnionType,
  responsePathAsArray,
} from "graphql";
import type { RequestContext } from "../context.js";

/*
 * The size of a response is the number of nodes that were resolved for it:
 *
 * - an item of a list counts 1 if it is a node or contains one, such as an edge, each time it is resolved, cached or not;
 * - any other object in a list, such as a metric, is loaded with its node and counts 1/10;
 * - `@Extensions({ cost })` on a list sets the cost of one item; on another field, the cost of the field itself. Closures
 *   use it for their nodes, which one statement returns, and for their statement.
 */
const nodeCost = 1;
const partCost = 1 / 10;

type Field = GraphQLField<unknown, RequestContext, unknown>;

/** Makes the fields of a schema count the nodes that they resolve. Only lists and fields with a cost, because a hook on every field is slow. */
export function countAnswers(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values<Field>(type.getFields())) {
      const isList = isListType(getNullableType(field.type)) && !isLeafType(getNamedType(field.type));
      const cost = costOf(`${type.name}.${field.name}`, field) ?? (isList ? itemCost(getNamedType(field.type)) : null);
      if (cost !== null) field.resolve = isList ? countItems(field, cost) : countField(field, cost);
    }
  }
  return schema;
}

function costOf(place: string, { extensions: { cost } }: Field): number | null {
  if (cost === undefined) return null;
  if (typeof cost !== "number") throw new TypeError(`${place} must declare its cost as a number`);
  return cost;
}

function itemCost(item: GraphQLNamedType): number {
  return isNode(item) || Object.values(fieldsOf(item)).some(({ type }) => isNode(getNamedType(type)))
    ? nodeCost
    : partCost;
}

function isNode(type: GraphQLNamedType): boolean {
  return isUnionType(type) || "id" in fieldsOf(type);
}

function fieldsOf(type: GraphQLNamedType) {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
}

/** Counts a field before it is resolved, so that an expensive one does not start above the limit. */
function countField(field: Field, cost: number): NonNullable<Field["resolve"]> {
  const resolve = field.resolve ?? defaultFieldResolver;
  return (source, args, context, info) => {
    context.answerSize.add(cost, () => placeOf(info));
    return resolve(source, args, context, info);
  };
}

function countItems(field: Field, cost: number): NonNullable<Field["resolve"]> {
  const resolve = field.resolve ?? defaultFieldResolver;
  return (source, args, context, info) => {
    const count = (items: unknown): unknown => {
      if (Array.isArray(items)) context.answerSize.add(items.length * cost, () => placeOf(info));
      return items;
    };
    // Above the limit, nothing else is loaded.
    if (context.answerSize.isExceeded) context.answerSize.add(0, () => placeOf(info));
    const items: unknown = resolve(source, args, context, info);
    return items instanceof Promise ? items.then(count) : count(items);
  };
}

function placeOf({ path }: GraphQLResolveInfo): string {
  return responsePathAsArray(path).join(".");
}
