/** The kind of an error, which clients can branch on. `api/` maps it to `extensions.code`. */
export type ErrorCode =
  | "NOT_FOUND"
  | "BAD_USER_INPUT"
  | "CONFLICT"
  | "LIMIT_EXCEEDED"
  | "FORBIDDEN"
  | "UNAUTHENTICATED"
  | "DEADLINE_EXCEEDED"
  | "GRAPH_OUT_OF_MEMORY"
  | "GRAPH_UNAVAILABLE";

/** Structured details of an error, safe to show to the caller. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** An error that the caller can understand and act on. Any other error is a defect and is never shown. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
    this.details = details;
  }
}

/** Thrown when a query or a mutation references something that does not exist. */
export class NotFoundError extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super("NOT_FOUND", message, details);
  }
}

/** Thrown when a value is invalid. The message names the field and the value. */
export class InvalidInputError extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super("BAD_USER_INPUT", message, details);
  }
}

/** Thrown when a fact contradicts a recorded one. The details contain the field and both values. */
export class ConflictError extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super("CONFLICT", message, details);
  }
}

/** Thrown when a request exceeds a configured limit. The message contains the limit and the value. */
export class LimitExceededError extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super("LIMIT_EXCEEDED", message, details);
  }
}

/** Thrown when the principal does not have the required role. */
export class ForbiddenError extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super("FORBIDDEN", message, details);
  }
}

/** Thrown when a request does not identify its caller. */
export class UnauthenticatedError extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super("UNAUTHENTICATED", message, details);
  }
}

/** Thrown at the deadline of a request. A write may have taken effect; repeating it with its idempotency key is safe. */
export class DeadlineExceededError extends AppError {
  constructor(message: string, options?: ErrorOptions) {
    super("DEADLINE_EXCEEDED", message, {}, options);
  }
}

/** Thrown when the database has too little memory for a request. Nothing was written. */
export class GraphOutOfMemoryError extends AppError {
  constructor(message: string, options?: ErrorOptions) {
    super("GRAPH_OUT_OF_MEMORY", message, {}, options);
  }
}

/** Thrown when the database does not respond. Nothing was written. */
export class GraphUnavailableError extends AppError {
  constructor(message: string, options?: ErrorOptions) {
    super("GRAPH_UNAVAILABLE", message, {}, options);
  }
}
