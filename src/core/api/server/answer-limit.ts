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
 * The size of an answer is the number of nodes that were resolved for it:
 *
 * - an item of a list counts 1 if it is a node or holds one, such as an edge; each time it is resolved, loaded or not;
 * - any other object in a list, such as a metric, comes with its node and counts a tenth;
 * - `@Extensions({ cost })` on a field sets what one item of it counts, or for a field that is no list what the field
 *   itself counts: a closure's nodes, which one statement returns whatever their number, or a closure's statement.
 */
const nodeCost = 1;
const partCost = 1 / 10;

type Field = GraphQLField<unknown, RequestContext, unknown>;

/** Makes the fields of a schema count what they resolve. Only lists and what names a cost: a hook on every field is slow. */
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
  if (typeof cost !== "number") throw new TypeError(`${place} must name its cost as a number`);
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

/** Counts a field before it is resolved, so that a costly one is not begun in vain. */
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
    // An answer that is too large already loads nothing more.
    if (context.answerSize.isExceeded) context.answerSize.add(0, () => placeOf(info));
    const items: unknown = resolve(source, args, context, info);
    return items instanceof Promise ? items.then(count) : count(items);
  };
}

function placeOf({ path }: GraphQLResolveInfo): string {
  return responsePathAsArray(path).join(".");
}
