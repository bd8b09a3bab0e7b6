/** What went wrong, as a word that clients can branch on; `api/` turns it into `extensions.code`. */
export type ErrorCode =
  | "NOT_FOUND"
  | "BAD_USER_INPUT"
  | "CONFLICT"
  | "LIMIT_EXCEEDED"
  | "FORBIDDEN"
  | "UNAUTHENTICATED"
  | "DEADLINE_EXCEEDED"
  | "GRAPH_UNAVAILABLE";

/** Typed facts about an error, safe to show to the caller. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** An error that the caller can understand and act on. Anything else is a defect and is never shown. */
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

/** Thrown when a question or a mutation names something that is not there. */
export class NotFoundError extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super("NOT_FOUND", message, details);
  }
}

/** Thrown when a value cannot be accepted; the message names the field and the value. */
export class InvalidInputError extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super("BAD_USER_INPUT", message, details);
  }
}

/** Thrown when a fact contradicts a known one; details name the field and both values. */
export class ConflictError extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super("CONFLICT", message, details);
  }
}

/** Thrown when a request is larger than a configured limit; the message names limit and value. */
export class LimitExceededError extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super("LIMIT_EXCEEDED", message, details);
  }
}

/** Thrown when the principal lacks the role. */
export class ForbiddenError extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super("FORBIDDEN", message, details);
  }
}

/** Thrown when nobody can be made out behind a request. */
export class UnauthenticatedError extends AppError {
  constructor(message: string, details?: ErrorDetails) {
    super("UNAUTHENTICATED", message, details);
  }
}

/** Thrown when the request's time ran out; a write may or may not have happened, and its key tells. */
export class DeadlineExceededError extends AppError {
  constructor(message: string, options?: ErrorOptions) {
    super("DEADLINE_EXCEEDED", message, {}, options);
  }
}

/** Thrown when the database does not answer; nothing was written. */
export class GraphUnavailableError extends AppError {
  constructor(message: string, options?: ErrorOptions) {
    super("GRAPH_UNAVAILABLE", message, {}, options);
  }
}
