import type { Logger } from "pino";
import type { StatementRun } from "../../graph/graph.js";
import type { RequestScope } from "../context.js";

/** The log record of one request. */
export interface RequestRecord {
  readonly operation: string;
  readonly status: number;
  readonly startedAt: number;
  readonly errorCodes?: readonly string[];
}

/** Writes one line for a request: principal, operation, statements and duration. */
export function logRequest(
  log: Logger,
  scope: RequestScope,
  { operation, status, startedAt, errorCodes = [] }: RequestRecord,
): void {
  log.info(
    {
      requestId: scope.requestId,
      operation,
      principal: scope.principal.name,
      status,
      milliseconds: rounded(performance.now() - startedAt),
      statements: scope.statements.map(describeStatement),
      ...(errorCodes.length > 0 && { errorCodes }),
    },
    "request",
  );
}

function describeStatement({ statement, milliseconds, rows }: StatementRun): object {
  return { statement, milliseconds: rounded(milliseconds), rows };
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
