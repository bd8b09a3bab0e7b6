import {
  type DocumentNode, GraphQLError, type GraphQLNamedType, type GraphQLOutputType, type GraphQLSchema, getNamedType, getNullableType, getOperationAST, getVariableValues, isInterfaceType,
  isIntrospectionType, isListType, isObjectType, isUnionType,
} from "graphql";
import { type ComplexityEstimator, getComplexity } from "graphql-query-complexity";
import { defaultPageSize } from "../page.js";
import { limitError } from "./document-rules.js";

/*
 * The cost of an operation is the number of nodes that its answer may hold:
 *
 * - a field that gives a node (what has an `id`) costs 1; other fields cost nothing, since they come with their node;
 * - in a list it costs that as often as the list is long: `first` or `last`, `defaultPageSize` where a connection is
 *   asked without them, the number of things where things are listed in an argument, `listSize` for any other list;
 * - `limit`, the size of an answer that one statement gives whatever its size, counts a tenth.
 */

/** Lists that cannot be cut are short: inputs of a run, packages of an environment, production deployments. */
const listSize = 10;
const flatShare = 1 / 10;

/** What the cost is counted of. */
export interface CostedOperation {
  readonly schema: GraphQLSchema;
  readonly query: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
}

/**
 * Counts the cost of one operation.
 * @throws GraphQLError when it is above the limit; the message names both.
 */
export function limitCost({ schema, query, operationName, variables }: CostedOperation, limit: number): number {
  const cost = Math.ceil(countCost({ schema, query, operationName, variables }));
  if (cost > limit) {
    const message = `the operation may answer with ${cost} nodes, more than the limit of ${limit}; ask for smaller pages (first, last, limit) or fewer nested lists`;
    throw limitError(message, limit, cost);
  }
  return cost;
}

function countCost({ schema, query, operationName, variables }: CostedOperation): number {
  const operation = getOperationAST(query, operationName);
  // What does not name an operation, or comes with variables of other types, is refused by the execution, with a better message.
  if (!operation || getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors) return 0;
  try {
    return getComplexity({ schema, query, variables, estimators: [createEstimator(schema)], ...(operationName !== undefined && { operationName }) });
  } catch (error) {
    throw new GraphQLError(`the operation is refused: ${error instanceof Error ? error.message : String(error)}`, { extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } });
  }
}

function createEstimator(schema: GraphQLSchema): ComplexityEstimator {
  const pages = pageTypes(schema);
  return ({ type, field, args, childComplexity }) => {
    const named = getNamedType(field.type);
    const own = isNode(named) ? 1 : 0;
    return (own + childComplexity) * sizeOf(field.type, args, pages.has(type.name), pages.has(named.name));
  };
}

function sizeOf(type: GraphQLOutputType, args: Record<string, unknown>, isInPage: boolean, isPage: boolean): number {
  for (const size of [args.first, args.last]) if (typeof size === "number") return Math.max(0, size);
  if (typeof args.limit === "number") return Math.max(0, args.limit) * flatShare;
  if (isPage && "edges" in fieldsOf(getNamedType(type))) return defaultPageSize;
  // The list inside a page has the page's size, which was counted there.
  if (isInPage || !isListType(getNullableType(type))) return 1;
  const given = Object.values(args).filter(Array.isArray).map(({ length }) => length);
  return given.length > 0 ? Math.max(...given) : listSize;
}

/** Types whose lists are as long as an argument of the field that gives the type says. */
function pageTypes(schema: GraphQLSchema): ReadonlySet<string> {
  const names = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const { args, type: given } of Object.values(type.getFields())) {
      if (args.some(({ name }) => ["first", "limit"].includes(name)) && isObjectType(getNamedType(given))) names.add(getNamedType(given).name);
    }
  }
  return names;
}

function isNode(type: GraphQLNamedType): boolean {
  return isUnionType(type) || "id" in fieldsOf(type);
}

function fieldsOf(type: GraphQLNamedType): object {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
}
