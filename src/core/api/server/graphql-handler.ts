import type { IncomingMessage, ServerResponse } from "node:http";
import { type HTTPGraphQLResponse, HeaderMap } from "@apollo/server";
import type { RequestContext, RequestScope } from "../context.js";
import type { Identify } from "../principal.js";
import { answerError } from "./errors.middleware.js";
import { type GraphQLServerOptions, createGraphQLServer } from "./graphql-server.js";
import { readJsonBody } from "./read-body.js";
import { openScope } from "./request-scope.js";

/** How the handler identifies callers and gives their requests access to the graph. */
export interface GraphQLHandlerOptions extends GraphQLServerOptions {
  readonly identify: Identify;
  readonly createContext: (scope: RequestScope) => RequestContext;
}

/** Handles GraphQL requests directly on Node's HTTP server, because a web framework takes longer than GraphQL itself. */
export async function createGraphQLHandler(
  options: GraphQLHandlerOptions,
): Promise<(request: IncomingMessage, response: ServerResponse) => void> {
  const { identify, createContext, limits, log } = options;
  const server = createGraphQLServer(options);
  await server.start();
  const readBody = readJsonBody(limits.bodyBytes);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const scope = await openScope(request, response, identify, limits.requestMs);
    const { method = "POST", url = "" } = request;
    const httpGraphQLRequest = {
      method,
      search: url.includes("?") ? url.slice(url.indexOf("?")) : "",
      headers: headersOf(request),
      body: await readBody(request, response),
    };
    send(
      response,
      await server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => createContext(scope) }),
    );
  };
  return (request, response) =>
    void answer(request, response).catch((error: unknown) => answerError(error, response, log));
}

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const name in headers) map.set(name, [headers[name] ?? ""].flat().join(", "));
  return map;
}

function send(response: ServerResponse, { status, headers, body }: HTTPGraphQLResponse): void {
  for (const [name, value] of headers) response.setHeader(name, value);
  response.statusCode = status ?? 200;
  // Incremental responses require directives that the schema does not have.
  if (body.kind !== "complete") throw new TypeError("an incremental response cannot be sent");
  response.end(body.string);
}
