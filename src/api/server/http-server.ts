import { expressMiddleware } from "@as-integrations/express5";
import express, { type Express, type RequestHandler, type Router } from "express";
import type { DecisionSink } from "../../graph/decisions.js";
import type { GraphReader, GraphScope } from "../../graph/graph.js";
import type { FactSink, Loaders } from "../context.js";
import type { Identify, Principal } from "../principal.js";
import { answerErrors, answerNotFound } from "./errors.middleware.js";
import { type GraphQLContext, type GraphQLServerOptions, createGraphQLServer } from "./graphql-server.js";
import { type ReadinessCheck, createHealthRouter } from "./health.js";
import { type RequestScope, openScope, requestIdHeader, requestIdOf } from "./request-scope.js";
import { setSecurityHeaders } from "./security-headers.js";

/** Everything that the HTTP server is put together from. */
export interface HttpServerOptions extends GraphQLServerOptions {
  readonly identify: Identify;
  readonly readerFor: (scope: GraphScope) => GraphReader;
  readonly factsFor: (principal: Principal, timeoutMs: number) => FactSink;
  readonly decisionsFor: (principal: Principal, timeoutMs: number) => DecisionSink;
  readonly createLoaders: (graph: GraphReader) => Loaders;
  readonly checks: readonly ReadinessCheck[];
  /** Further routes, by the path they are mounted at. */
  readonly routers: Readonly<Record<string, Router>>;
}

/** The application on one port: GraphQL, further routes, health. */
export async function createHttpApp(options: HttpServerOptions): Promise<Express> {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.use(nameRequest, setSecurityHeaders);
  app.use(createHealthRouter(options.checks));
  app.get("/", (_request, response) => response.redirect(302, "/playground"));
  app.use("/graphql", express.json({ limit: options.limits.bodyBytes }), await graphqlHandler(options));
  for (const [path, router] of Object.entries(options.routers)) app.use(path, router);
  app.use(answerNotFound);
  app.use(answerErrors(options.log));
  return app;
}

const nameRequest: RequestHandler = (request, response, next) => {
  response.set(requestIdHeader, requestIdOf(request));
  next();
};

async function graphqlHandler(options: HttpServerOptions): Promise<RequestHandler> {
  const { identify, limits } = options;
  const server = createGraphQLServer(options);
  await server.start();
  const scopes = new WeakMap<object, RequestScope>();
  const run = expressMiddleware(server, {
    context: async ({ req, res }) => toContext(scopes.get(req) ?? openScope(req, res, identify, limits.requestMs), options),
  });
  return (request, response, next) => {
    // Here and not in the context function: what is wrong with the headers must be said as it is.
    scopes.set(request, openScope(request, response, identify, limits.requestMs));
    return run(request, response, next);
  };
}

function toContext(scope: RequestScope, { readerFor, factsFor, decisionsFor, createLoaders, limits }: HttpServerOptions): GraphQLContext {
  const { requestId, principal, signal, statements, bookmarks } = scope;
  const graph = readerFor({ requestId, signal, bookmarks, onStatement: (run) => statements.push(run) });
  return {
    scope, requestId, principal, signal, statements, graph,
    facts: factsFor(principal, limits.requestMs),
    decisions: decisionsFor(principal, limits.requestMs),
    loaders: createLoaders(graph),
    closureBudget: { maxNodes: limits.closureNodes, maxMs: limits.closureMs },
  };
}
