import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  GraphQLError,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { limitError } from "./document-rules.js";

/** The factor by which the product of page sizes may exceed the limit of a response, because pages are rarely all full. */
const overbooking = 100;
const sizeArguments = new Set(["first", "last", "limit"]);

/** A valid document, its operation and its variables. */
export interface SizedOperation {
  readonly schema: GraphQLSchema;
  readonly query: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Rejects an operation with excessive page sizes, before anything is loaded. The actual size of a response is counted while
 * it is resolved; see `answer-limit.ts`.
 * @throws GraphQLError with the product of the sizes and the limit.
 */
export function limitPageSizes(operation: SizedOperation, answerLimit: number): void {
  const limit = answerLimit * overbooking;
  const asked = largestNesting(operation);
  if (asked <= limit) return;
  throw limitError(
    `the page sizes of nested lists multiply to ${asked} nodes, more than the limit of ${limit}; request smaller pages (first, last, limit) or split the operation`,
    limit,
    asked,
  );
}

/** The largest product of the arguments first, last and limit of nested lists; 1 if there are none. */
export function largestNesting({ schema, query, operationName, variables }: SizedOperation): number {
  const operation = getOperationAST(query, operationName);
  const root = operation && schema.getRootType(operation.operation);
  // The execution rejects invalid variables with a better message.
  const { coerced } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
  if (!operation || !root || !coerced) return 1;
  return new PageSizes(schema, query, coerced).largestOf(operation.selectionSet, root);
}

class PageSizes {
  readonly #schema: GraphQLSchema;
  readonly #variables: Record<string, unknown>;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #fragmentSizes = new Map<string, number>();

  constructor(schema: GraphQLSchema, query: DocumentNode, variables: Record<string, unknown>) {
    this.#schema = schema;
    this.#variables = variables;
    this.#fragments = new Map(
      query.definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
      ),
    );
  }

  largestOf(set: SelectionSetNode | undefined, type: GraphQLNamedType | undefined): number {
    const included = set?.selections.filter((selection) => this.#isIncluded(selection)) ?? [];
    return included.reduce((largest, selection) => Math.max(largest, this.#sizeOf(selection, type)), 1);
  }

  #sizeOf(selection: SelectionNode, type: GraphQLNamedType | undefined): number {
    switch (selection.kind) {
      case Kind.FIELD:
        return this.#fieldSize(selection, type);
      case Kind.INLINE_FRAGMENT:
        return this.largestOf(selection.selectionSet, this.#typeNamed(selection.typeCondition?.name.value) ?? type);
      case Kind.FRAGMENT_SPREAD:
        return this.#fragmentSize(selection.name.value);
    }
  }

  /** Visits each fragment once. Otherwise, fragments that spread the next one twice would take exponential time. */
  #fragmentSize(name: string): number {
    const known = this.#fragmentSizes.get(name);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    const size = this.largestOf(fragment?.selectionSet, this.#typeNamed(fragment?.typeCondition.name.value));
    this.#fragmentSizes.set(name, size);
    return size;
  }

  #fieldSize(node: FieldNode, parent: GraphQLNamedType | undefined): number {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!field) return 1;
    const inside = this.largestOf(node.selectionSet, getNamedType(field.type));
    try {
      const values = getArgumentValues(field, node, this.#variables);
      const sizes = (node.arguments ?? []).flatMap(({ name: { value: name } }) => {
        const size = sizeArguments.has(name) ? values[name] : undefined;
        return typeof size === "number" ? [size] : [];
      });
      return Math.max(1, ...sizes) * inside;
    } catch (error) {
      // The execution would only fail this field, after it resolved the others.
      const message = error instanceof Error ? error.message : String(error);
      throw new GraphQLError(message, { nodes: [node], extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } });
    }
  }

  #isIncluded(selection: SelectionNode): boolean {
    const isSkipped = getDirectiveValues(GraphQLSkipDirective, selection, this.#variables)?.if === true;
    return !isSkipped && getDirectiveValues(GraphQLIncludeDirective, selection, this.#variables)?.if !== false;
  }

  #typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.#schema.getType(name);
  }
}
