import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { AppError, type ErrorCode } from "../../shared/errors.js";

/** The `extensions.code` of each error, and its HTTP status if the whole request fails. */
export const errorTable: Readonly<Record<ErrorCode, { readonly code: string; readonly status: number }>> = {
  NOT_FOUND: { code: "NOT_FOUND", status: 404 },
  BAD_USER_INPUT: { code: "BAD_USER_INPUT", status: 400 },
  CONFLICT: { code: "CONFLICT", status: 409 },
  LIMIT_EXCEEDED: { code: "LIMIT_EXCEEDED", status: 413 },
  FORBIDDEN: { code: "FORBIDDEN", status: 403 },
  UNAUTHENTICATED: { code: "UNAUTHENTICATED", status: 401 },
  DEADLINE_EXCEEDED: { code: "DEADLINE_EXCEEDED", status: 504 },
  GRAPH_OUT_OF_MEMORY: { code: "GRAPH_OUT_OF_MEMORY", status: 507 },
  GRAPH_UNAVAILABLE: { code: "GRAPH_UNAVAILABLE", status: 503 },
};

/** The code of defects. Responses do not contain their details. */
export const internalErrorCode = "INTERNAL_SERVER_ERROR";

/** An error as sent to the client. */
export interface WireError {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** The response for a defect. It contains only the request id, which leads to the log. */
export function internalError(requestId: string): WireError {
  return {
    message: `internal error; find its cause in the server log by the request id ${requestId}`,
    extensions: { code: internalErrorCode, requestId },
  };
}

/** The error of a whole request, outside of GraphQL. */
export function toWireError(error: unknown, requestId: string): WireError & { readonly status: number } {
  if (!(error instanceof AppError)) return { ...internalError(requestId), status: 500 };
  const { code, status } = errorTable[error.code];
  return { message: error.message, extensions: { ...error.details, code }, status };
}

/** Returns whether an error of a GraphQL response is a defect, which must be logged. */
export function isInternal(error: unknown): boolean {
  const cause = unwrapResolverError(error);
  if (cause instanceof AppError || isRefusedRequest(cause)) return false;
  return (
    !(cause instanceof GraphQLError) ||
    cause.extensions.code === undefined ||
    cause.extensions.code === internalErrorCode
  );
}

/** graphql-js reports a request that it cannot execute, such as one with too many invalid variables, without a path or a code. */
function isRefusedRequest(cause: unknown): boolean {
  return cause instanceof GraphQLError && !cause.path && !cause.originalError && cause.extensions.code === undefined;
}

/** Formats an error of a GraphQL response. `internalError` later replaces defects, because it requires the request id. */
export function formatGraphQLError(
  formatted: GraphQLFormattedError,
  error: unknown,
  tokenLimit: number,
): GraphQLFormattedError {
  const { message, locations, path, extensions } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const cause = unwrapResolverError(error);
  if (cause instanceof AppError)
    return { message: cause.message, ...place, extensions: { ...cause.details, code: errorTable[cause.code].code } };
  if (isInternal(error)) return { message: "internal error", ...place, extensions: { code: internalErrorCode } };
  if (isRefusedRequest(cause)) return { message, ...place, extensions: { code: errorTable.BAD_USER_INPUT.code } };
  if (message.includes("Parsing aborted")) {
    return {
      message: `the document has more tokens than the limit of ${tokenLimit}; split it into several requests`,
      extensions: { code: "LIMIT_EXCEEDED", limit: tokenLimit },
    };
  }
  // The server reports every error of a validation rule as a failed validation.
  return {
    message,
    ...place,
    extensions: { ...extensions, ...(extensions?.limit !== undefined && { code: "LIMIT_EXCEEDED" }) },
  };
}
