import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { type GraphQLFormattedError, type GraphQLSchema, OperationTypeNode } from "graphql";
import type { Logger } from "pino";
import type { RequestContext } from "../context.js";
import type { Limits } from "../limits.js";
import { bookmarkHeader, formatBookmarks } from "./bookmark.js";
import { aliasLimit, depthLimit, servedOperations } from "./document-rules.js";
import { formatGraphQLError, internalError, internalErrorCode, isInternal } from "./error-format.js";
import { limitPageSizes } from "./page-sizes.js";
import { logRequest } from "./request-log.js";
import { requireWellFormed } from "./well-formed.js";

export interface GraphQLServerOptions {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly log: Logger;
  readonly hasIntrospection: boolean;
  /** Whether error messages must not reveal parts of the schema. */
  readonly isProduction: boolean;
  readonly bookmarks: () => Promise<string[]>;
}

/** Creates the GraphQL server of /graphql without starting it. */
export function createGraphQLServer(options: GraphQLServerOptions): ApolloServer<RequestContext> {
  const { schema, limits, log, hasIntrospection, isProduction } = options;
  return new ApolloServer<RequestContext>({
    schema,
    introspection: hasIntrospection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: isProduction,
    stopOnTerminationSignals: false,
    logger: log,
    parseOptions: { maxLexicalTokens: limits.tokens },
    validationRules: [servedOperations, depthLimit(limits.depth), aliasLimit(limits.aliases)],
    formatError: (formatted, error) => formatGraphQLError(formatted, error, limits.tokens),
    plugins: [
      // It costs time on every field, and cache hints are not used.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      requestPlugin(options),
    ],
  });
}

/** Limits page sizes before the execution. Afterwards, logs the request and adds its id to defects. */
function requestPlugin({ schema, limits, log, bookmarks }: GraphQLServerOptions): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async ({ contextValue }) => {
      const startedAt = performance.now();
      return {
        didResolveOperation: async ({ document, request }) => {
          requireWellFormed(request.variables ?? {});
          limitPageSizes(
            { schema, query: document, operationName: request.operationName, variables: request.variables ?? {} },
            limits.cost,
          );
        },
        didEncounterErrors: async ({ errors, operationName }) => {
          for (const error of errors.filter(isInternal)) {
            log.error(
              {
                requestId: contextValue.requestId,
                operation: operationName,
                path: error.path,
                err: error.originalError ?? error,
              },
              "defect",
            );
          }
        },
        willSendResponse: async ({ response, operation, operationName }) => {
          const { requestId } = contextValue;
          const result = response.body.kind === "single" ? response.body.singleResult : undefined;
          if (result?.errors)
            result.errors = result.errors.map((error) =>
              error.extensions?.code === internalErrorCode ? { ...error, ...internalError(requestId) } : error,
            );
          if (result && contextValue.answerSize.isExceeded && operation?.operation === OperationTypeNode.QUERY) {
            refuseAnswer(result, response.http);
          }
          const { warnings } = contextValue;
          if (result && warnings.length > 0) result.extensions = { ...result.extensions, warnings };
          if (operation?.operation === OperationTypeNode.MUTATION)
            response.http.headers.set(bookmarkHeader, formatBookmarks(await bookmarks()));
          const errorCodes = (result?.errors ?? []).map(({ extensions }) => String(extensions?.code));
          logRequest(log, contextValue, {
            operation: operationName ?? "anonymous",
            status: response.http.status ?? 200,
            startedAt,
            errorCodes,
          });
        },
      };
    },
  };
}

/**
 * Reduces a response that exceeds the limit to its error, because a partial response could be mistaken for a complete one.
 * A mutation has taken effect, so its response keeps the resolved data next to the error.
 */
function refuseAnswer(
  result: { data?: unknown; errors?: readonly GraphQLFormattedError[] },
  http: { status?: number | undefined },
): void {
  result.errors = (result.errors ?? []).filter(({ extensions }) => extensions?.code === "LIMIT_EXCEEDED").slice(0, 1);
  delete result.data;
  http.status = 400;
}
