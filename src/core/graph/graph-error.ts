import { Neo4jError } from "neo4j-driver";
import {
  AppError,
  ConflictError,
  DeadlineExceededError,
  GraphUnavailableError,
  InvalidInputError,
} from "../shared/errors.js";

const unreachable = new Set(["ServiceUnavailable", "SessionExpired", "Neo.ClientError.Security.AuthorizationExpired"]);
const timedOut = new Set([
  "Neo.ClientError.Transaction.TransactionTimedOut",
  "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
  "Neo.TransientError.Transaction.LockAcquisitionTimeout",
]);

/** The driver has no code for a timeout of its connection pool. */
const noConnection = /^Connection acquisition timed out/;

/** Returns whether a retry of the same work may succeed. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Neo4jError)) return false;
  return (
    error.retryable ||
    unreachable.has(error.code) ||
    error.code.startsWith("Neo.TransientError.") ||
    noConnection.test(error.message)
  );
}

/** Returns whether the database itself rejected the request, so that it had no effect. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Neo4jError && /^Neo\.(Client|Transient)Error\./.test(error.code);
}

/** Converts a database error to an error for the caller. Other errors are returned unchanged. */
export function toAppError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Neo4jError)) return error;
  if (timedOut.has(error.code)) {
    return new DeadlineExceededError("the database did not finish in time; request less data, or try again", {
      cause: error,
    });
  }
  if (error.code === "Neo.ClientError.Schema.ConstraintValidationFailed") {
    return new ConflictError("a concurrent request wrote the same data; try again");
  }
  if (error.code.startsWith("Neo.ClientError.Transaction.InvalidBookmark")) {
    return new InvalidInputError(
      "the database does not recognize the bookmark of the request; omit it, or send one that this server returned",
    );
  }
  if (isTransient(error)) {
    return new GraphUnavailableError("the database does not respond; try again in a moment", { cause: error });
  }
  return error;
}
