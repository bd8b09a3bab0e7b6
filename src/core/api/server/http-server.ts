import type { RequestListener } from "node:http";
import express, { type Express, type Router } from "express";
import { answerErrors, answerNotFound } from "./errors.middleware.js";
import { type GraphQLHandlerOptions, createGraphQLHandler } from "./graphql-handler.js";
import { type ReadinessCheck, createHealthRouter } from "./health.js";
import { requestIdHeader, requestIdOf } from "./request-scope.js";
import { setSecurityHeaders } from "./security-headers.js";

/** The components of the HTTP server. */
export interface HttpServerOptions extends GraphQLHandlerOptions {
  readonly checks: readonly ReadinessCheck[];
  /** Additional routes by mount path. */
  readonly routers: Readonly<Record<string, Router>>;
}

const graphqlUrl = /^\/graphql\/?(?:\?|$)/;

/** The application on one port: GraphQL, additional routes and health checks. */
export async function createHttpApp(options: HttpServerOptions): Promise<RequestListener> {
  const answerGraphQL = await createGraphQLHandler(options);
  const answerOther = createRoutes(options);
  return (request, response) => {
    response.setHeader(requestIdHeader, requestIdOf(request));
    setSecurityHeaders(response);
    if (graphqlUrl.test(request.url ?? "")) answerGraphQL(request, response);
    else answerOther(request, response);
  };
}

function createRoutes({ checks, routers, log }: HttpServerOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.use(createHealthRouter(checks));
  app.get("/", (_request, response) => response.redirect(302, "/playground"));
  for (const [path, router] of Object.entries(routers)) app.use(path, router);
  app.use(answerNotFound);
  app.use(answerErrors(log));
  return app;
}
