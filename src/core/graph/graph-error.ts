import { Neo4jError } from "neo4j-driver";
import {
  AppError,
  ConflictError,
  DeadlineExceededError,
  GraphOutOfMemoryError,
  GraphUnavailableError,
  InvalidInputError,
} from "../shared/errors.js";

const unreachable = new Set(["ServiceUnavailable", "SessionExpired", "Neo.ClientError.Security.AuthorizationExpired"]);
const timedOut = new Set([
  "Neo.ClientError.Transaction.TransactionTimedOut",
  "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
  "Neo.TransientError.Transaction.LockAcquisitionTimeout",
]);

/** The codes of the limit of one transaction, of the pool of all transactions, and of the heap. */
const outOfMemory = new Set([
  "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
  "Neo.TransientError.General.TransactionOutOfMemoryError",
  "Neo.TransientError.General.OutOfMemoryError",
]);

/** The driver has no code for a timeout of its connection pool. */
const noConnection = /^Connection acquisition timed out/;

/** Returns whether a retry of the same work may succeed. */
export function isTransient(error: unknown): boolean {
  // Neo4j calls a lack of memory transient, but the same work needs as much memory again.
  if (!(error instanceof Neo4jError) || outOfMemory.has(error.code)) return false;
  return (
    error.retryable ||
    unreachable.has(error.code) ||
    error.code.startsWith("Neo.TransientError.") ||
    noConnection.test(error.message)
  );
}

/** Returns whether the database ended a transaction because another one held a lock for longer than it waits. */
export function isLockTimeout(error: unknown): boolean {
  return error instanceof Neo4jError && error.code === "Neo.TransientError.Transaction.LockAcquisitionTimeout";
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
  if (outOfMemory.has(error.code)) {
    return new GraphOutOfMemoryError(
      "the database has too little memory for this request; request less (limit, maxDepth, smaller pages), or raise the memory of Neo4j (dbms.memory.transaction.total.max, server.memory.heap.max_size)",
      { cause: error },
    );
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
