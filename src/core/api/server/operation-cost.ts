import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  getOperationAST,
  getVariableValues,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isUnionType,
} from "graphql";
import { defaultPageSize } from "../page.js";
import { limitError } from "./document-rules.js";

/*
 * The cost of an operation is the number of nodes that its answer may hold:
 *
 * - a field that gives a node (what has an `id`) costs 1; other fields cost nothing, since they come with their node;
 * - in a list it costs that as often as the list is long: `first` or `last`, `defaultPageSize` where a connection is
 *   asked without them, the number of things where things are listed in an argument, `listSize` for any other list;
 * - `limit`, the size of an answer that one statement gives whatever its size, counts a tenth;
 * - of fragments on different types, which exclude each other, the dearest counts.
 */

/** Lists that cannot be cut are short: inputs of a run, packages of an environment, production deployments. */
const listSize = 10;
const flatShare = 1 / 10;

/** What the cost is counted of: a valid document. */
export interface CostedOperation {
  readonly schema: GraphQLSchema;
  readonly query: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Refuses an operation whose cost is above the limit.
 * @throws GraphQLError that names both.
 */
export function limitCost(operation: CostedOperation, limit: number): void {
  const cost = operationCost(operation);
  if (cost <= limit) return;
  throw limitError(
    `the operation may return ${cost} nodes, more than the limit of ${limit}; request smaller pages (first, last, limit) or fewer nested lists`,
    limit,
    cost,
  );
}

/** The cost of one operation; 0 where it cannot be executed anyway. */
export function operationCost({ schema, query, operationName, variables }: CostedOperation): number {
  const operation = getOperationAST(query, operationName);
  const root = operation && schema.getRootType(operation.operation);
  // Variables that do not fit are refused by the execution, which says so better.
  const { coerced } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
  if (!operation || !root || !coerced) return 0;
  return Math.ceil(new CostCounter(schema, query, coerced).costOf(operation.selectionSet, root));
}

class CostCounter {
  readonly #schema: GraphQLSchema;
  readonly #variables: Record<string, unknown>;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #fragmentCosts = new Map<string, number>();
  readonly #pageTypes: ReadonlySet<string>;

  constructor(schema: GraphQLSchema, query: DocumentNode, variables: Record<string, unknown>) {
    this.#schema = schema;
    this.#variables = variables;
    this.#fragments = new Map(
      query.definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
      ),
    );
    this.#pageTypes = pageTypesOf(schema);
  }

  costOf(set: SelectionSetNode | undefined, type: GraphQLNamedType): number {
    let shared = 0;
    const exclusive = new Map<string, number>();
    for (const selection of set?.selections ?? []) {
      if (!this.#isIncluded(selection)) continue;
      const only = this.#typeConditionOf(selection) ?? type.name;
      const cost = this.#selectionCost(selection, type);
      if (only === type.name || !isObjectType(this.#schema.getType(only))) shared += cost;
      else exclusive.set(only, (exclusive.get(only) ?? 0) + cost);
    }
    return shared + Math.max(0, ...exclusive.values());
  }

  #selectionCost(selection: SelectionNode, type: GraphQLNamedType): number {
    switch (selection.kind) {
      case Kind.FIELD:
        return this.#fieldCost(selection, type);
      case Kind.INLINE_FRAGMENT:
        return this.costOf(selection.selectionSet, this.#typeNamed(this.#typeConditionOf(selection)) ?? type);
      case Kind.FRAGMENT_SPREAD:
        return this.#fragmentCost(selection.name.value);
    }
  }

  /** Each fragment once: one that spreads the next one twice, and so on, must not take time for each path. */
  #fragmentCost(name: string): number {
    const known = this.#fragmentCosts.get(name);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    const type = this.#typeNamed(fragment?.typeCondition.name.value);
    const cost = type ? this.costOf(fragment?.selectionSet, type) : 0;
    this.#fragmentCosts.set(name, cost);
    return cost;
  }

  #fieldCost(node: FieldNode, parent: GraphQLNamedType): number {
    const field = fieldsOf(parent)[node.name.value];
    if (!field) return 0;
    const type = getNamedType(field.type);
    const own = isNode(type) ? 1 : 0;
    const inside = this.costOf(node.selectionSet, type);
    if (own + inside === 0) return 0;
    return (own + inside) * this.#sizeOf(field.type, this.#argumentsOf(node, parent), parent);
  }

  #argumentsOf(node: FieldNode, parent: GraphQLNamedType): Readonly<Record<string, unknown>> {
    const field = fieldsOf(parent)[node.name.value];
    try {
      return field ? getArgumentValues(field, node, this.#variables) : {};
    } catch (error) {
      // The execution would only fail this one field, after the others have cost what was not counted.
      const message = error instanceof Error ? error.message : String(error);
      throw new GraphQLError(message, { nodes: [node], extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } });
    }
  }

  #sizeOf(type: GraphQLOutputType, args: Readonly<Record<string, unknown>>, parent: GraphQLNamedType): number {
    for (const size of [args.first, args.last]) if (typeof size === "number") return Math.max(0, size);
    if (typeof args.limit === "number") return Math.max(0, args.limit) * flatShare;
    if ("edges" in fieldsOf(getNamedType(type)) && "pageInfo" in fieldsOf(getNamedType(type))) return defaultPageSize;
    // The list inside a page has the page's size, which was counted there.
    if (this.#pageTypes.has(parent.name) || !isListType(getNullableType(type))) return 1;
    const listed = Object.values(args)
      .filter(Array.isArray)
      .map(({ length }) => length);
    return listed.length > 0 ? Math.max(...listed) : listSize;
  }

  #isIncluded(selection: SelectionNode): boolean {
    const isSkipped = getDirectiveValues(GraphQLSkipDirective, selection, this.#variables)?.if === true;
    return !isSkipped && getDirectiveValues(GraphQLIncludeDirective, selection, this.#variables)?.if !== false;
  }

  #typeConditionOf(selection: SelectionNode): string | undefined {
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection.typeCondition?.name.value;
    return selection.kind === Kind.FRAGMENT_SPREAD
      ? this.#fragments.get(selection.name.value)?.typeCondition.name.value
      : undefined;
  }

  #typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.#schema.getType(name);
  }
}

const pageTypes = new WeakMap<GraphQLSchema, ReadonlySet<string>>();

/** Types whose lists are as long as an argument of the field that gives the type says; found once for each schema. */
function pageTypesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const found = pageTypes.get(schema) ?? findPageTypes(schema);
  pageTypes.set(schema, found);
  return found;
}

function findPageTypes(schema: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !isIntrospectionType(type));
  const sized = types
    .flatMap((type) => Object.values(fieldsOf(type)))
    .filter(({ args }) => args.some(({ name }) => ["first", "limit"].includes(name)));
  return new Set(sized.map(({ type }) => getNamedType(type).name));
}

function isNode(type: GraphQLNamedType): boolean {
  return isUnionType(type) || "id" in fieldsOf(type);
}

function fieldsOf(type: GraphQLNamedType) {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
}
