import type { IncomingMessage, ServerResponse } from "node:http";
import { type HTTPGraphQLResponse, HeaderMap } from "@apollo/server";
import express from "express";
import type { DecisionSink } from "../../graph/decisions.js";
import type { GraphReader, GraphScope } from "../../graph/graph.js";
import type { FactSink, Loaders } from "../context.js";
import type { Identify, Principal } from "../principal.js";
import { answerError } from "./errors.middleware.js";
import { type GraphQLContext, type GraphQLServerOptions, createGraphQLServer } from "./graphql-server.js";
import { type RequestScope, openScope } from "./request-scope.js";

/** What the context of a GraphQL request is made from. */
export interface GraphQLHandlerOptions extends GraphQLServerOptions {
  readonly identify: Identify;
  readonly readerFor: (scope: GraphScope) => GraphReader;
  readonly factsFor: (principal: Principal, timeoutMs: number) => FactSink;
  readonly decisionsFor: (principal: Principal, timeoutMs: number) => DecisionSink;
  readonly createLoaders: (graph: GraphReader) => Loaders;
}

/** Answers GraphQL requests on Node's own HTTP server: a web framework in front of it takes longer than GraphQL itself. */
export async function createGraphQLHandler(
  options: GraphQLHandlerOptions,
): Promise<(request: IncomingMessage, response: ServerResponse) => void> {
  const { identify, limits, log } = options;
  const server = createGraphQLServer(options);
  await server.start();
  const readBody = createBodyReader(limits.bodyBytes);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const scope = openScope(request, response, identify, limits.requestMs);
    const { method = "POST", url = "" } = request;
    const httpGraphQLRequest = {
      method,
      search: url.includes("?") ? url.slice(url.indexOf("?")) : "",
      headers: headersOf(request),
      body: await readBody(request, response),
    };
    send(
      response,
      await server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => toContext(scope, options) }),
    );
  };
  return (request, response) =>
    void answer(request, response).catch((error: unknown) => answerError(error, response, log));
}

/** Reads a body of JSON within a limit, compressed or not; undefined where there is none. */
function createBodyReader(
  limit: number,
): (request: IncomingMessage & { body?: unknown }, response: ServerResponse) => Promise<unknown> {
  const parse = express.json({ limit });
  return (request, response) =>
    new Promise((resolve, reject) => {
      parse(request, response, (error?: Error) => (error ? reject(error) : resolve(request.body)));
    });
}

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const name in headers) map.set(name, [headers[name] ?? ""].flat().join(", "));
  return map;
}

function send(response: ServerResponse, { status, headers, body }: HTTPGraphQLResponse): void {
  for (const [name, value] of headers) response.setHeader(name, value);
  response.statusCode = status ?? 200;
  // Answers in parts come with directives that the schema does not have.
  if (body.kind !== "complete") throw new TypeError("an answer in parts cannot be sent");
  response.end(body.string);
}

function toContext(
  scope: RequestScope,
  { readerFor, factsFor, decisionsFor, createLoaders, limits }: GraphQLHandlerOptions,
): GraphQLContext {
  const { requestId, principal, signal, statements, bookmarks } = scope;
  const graph = readerFor({ requestId, signal, bookmarks, onStatement: (run) => statements.push(run) });
  return {
    scope,
    requestId,
    principal,
    signal,
    statements,
    graph,
    facts: factsFor(principal, limits.requestMs),
    decisions: decisionsFor(principal, limits.requestMs),
    loaders: createLoaders(graph),
    closureBudget: { maxNodes: limits.closureNodes, maxMs: limits.closureMs },
  };
}
