import {
  type ASTNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationRule,
} from "graphql";

/** The error for a document above a limit, with the limit and the actual value. */
export function limitError(message: string, limit: number, actual: number, nodes?: readonly ASTNode[]): GraphQLError {
  return new GraphQLError(message, {
    ...(nodes && { nodes }),
    extensions: { code: "LIMIT_EXCEEDED", limit, actual, http: { status: 400 } },
  });
}

/** Rejects operations that the schema has no root type for, such as subscriptions. graphql-js fails only their execution. */
export const servedOperations: ValidationRule = (context) => ({
  OperationDefinition: (node) => {
    if (!context.getSchema().getRootType(node.operation))
      context.reportError(
        new GraphQLError(`the API has no ${node.operation}s; send a query or a mutation`, { nodes: [node] }),
      );
  },
});

/** Rejects documents with more aliases than allowed. */
export function aliasLimit(limit: number): ValidationRule {
  return (context) => {
    let aliases = 0;
    return {
      Field: ({ alias }) => void (aliases += alias ? 1 : 0),
      Document: {
        leave: () => {
          if (aliases > limit)
            context.reportError(
              limitError(
                `the document has ${aliases} aliases, more than the limit of ${limit}; split it into several requests`,
                limit,
                aliases,
              ),
            );
        },
      },
    };
  };
}

/** Rejects operations that are nested deeper than allowed. Introspection does not count, because graphql-js limits it. */
export function depthLimit(limit: number): ValidationRule {
  return (context) => {
    const depths = new Map<string, number>();
    return {
      OperationDefinition: (operation) => {
        const depth = depthOf(operation.selectionSet, (name) => context.getFragment(name) ?? undefined, depths);
        if (depth <= limit) return;
        const name = operation.name ? `the operation ${operation.name.value}` : "the operation";
        context.reportError(
          limitError(
            `${name} is ${depth} levels deep, more than the limit of ${limit}; split it into several requests`,
            limit,
            depth,
            [operation],
          ),
        );
      },
    };
  };
}

type FindFragment = (name: string) => FragmentDefinitionNode | undefined;

function depthOf(set: SelectionSetNode | undefined, find: FindFragment, known: Map<string, number>): number {
  const depths = set?.selections.map((selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return selection.name.value.startsWith("__") ? 0 : 1 + depthOf(selection.selectionSet, find, known);
      case Kind.INLINE_FRAGMENT:
        return depthOf(selection.selectionSet, find, known);
      case Kind.FRAGMENT_SPREAD:
        return fragmentDepth(selection.name.value, find, known);
    }
  });
  return Math.max(0, ...(depths ?? []));
}

/** Visits each fragment once. A fragment that spreads itself ends here; another rule reports it. */
function fragmentDepth(name: string, find: FindFragment, known: Map<string, number>): number {
  const earlier = known.get(name);
  if (earlier !== undefined) return earlier;
  known.set(name, 0);
  const depth = depthOf(find(name)?.selectionSet, find, known);
  known.set(name, depth);
  return depth;
}
