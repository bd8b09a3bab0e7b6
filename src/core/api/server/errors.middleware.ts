import type { ServerResponse } from "node:http";
import type { ErrorRequestHandler, RequestHandler } from "express";
import type { Logger } from "pino";
import { z } from "zod";
import { InvalidInputError, LimitExceededError, NotFoundError } from "../../shared/errors.js";
import { toWireError } from "./error-format.js";
import { requestIdHeader } from "./request-scope.js";

/** The errors of the body parser. */
const parserError = z.object({
  status: z.number().min(400).max(499),
  type: z.string().optional(),
  limit: z.number().optional(),
});

/** Responds with the error of a whole request, in the format of GraphQL errors, so that clients read one format. */
export function answerError(error: unknown, response: ServerResponse, log: Logger): void {
  const requestId = String(response.getHeader(requestIdHeader));
  const { status, ...wire } = toWireError(translate(error), requestId);
  if (status === 500) log.error({ requestId, err: error }, "defect");
  // Closes the connection, so that the client does not accept a partial response.
  if (response.headersSent) return void response.destroy();
  response.statusCode = status;
  response.setHeader("content-type", "application/json; charset=utf-8");
  response.end(JSON.stringify({ errors: [wire] }));
}

/** The error handler of the routes. */
export function answerErrors(log: Logger): ErrorRequestHandler {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- the framework recognizes an error handler by its four parameters
  return (error: unknown, _request, response, _next) => answerError(error, response, log);
}

/** Responds to requests without a route. */
export const answerNotFound: RequestHandler = ({ method, path }) => {
  throw new NotFoundError(
    `${method} ${path} does not exist; the API is at POST /graphql, batches of facts go to POST /api/facts, and the playground is at /playground`,
  );
};

function translate(error: unknown): unknown {
  const parsed = parserError.safeParse(error);
  if (!parsed.success) return error;
  const { type, limit } = parsed.data;
  switch (type) {
    case "entity.too.large":
      return new LimitExceededError(
        `the body is larger than the limit of ${limit} bytes; split it into several requests`,
        {
          limit,
        },
      );
    case "encoding.unsupported":
      return new InvalidInputError("the content-encoding is not one of gzip, deflate, br and identity");
    case "charset.unsupported":
      return new InvalidInputError("the charset is not UTF-8");
    case "request.aborted":
    case "request.size.invalid":
      return new InvalidInputError("the body ended before its content-length");
    default:
      return new InvalidInputError("the body cannot be read: it does not match its content-type and content-encoding");
  }
}
