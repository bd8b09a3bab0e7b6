import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { Router, type RequestHandler } from "express";

/**
 * The playground loads resources only from this server and does not use eval.
 * Monaco writes style elements and attributes for its themes and positions, hence 'unsafe-inline' for styles;
 * its icons and those of the page are data: images.
 */
export const PLAYGROUND_CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The folder where `npm run build` writes the page. The relative path is the same from src and from dist. */
const BUILT_PLAYGROUND = join(import.meta.dirname, "../../../dist/playground");

/** Routes that serve the built playground. Mount them at /playground, the base path of the build. */
export function createPlaygroundRouter(directory: string = BUILT_PLAYGROUND): Router {
  const router = Router();
  router.use(setSecurityHeaders);
  // The names of assets contain the hash of their content. All other files may change with the next build.
  router.use("/assets", express.static(join(directory, "assets"), { immutable: true, maxAge: "1y", redirect: false }));
  router.use(express.static(directory, { setHeaders: (response) => response.set("cache-control", "no-cache") }));
  router.use(answerNotFound(directory));
  return router;
}

const setSecurityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    "content-security-policy": PLAYGROUND_CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  });
  next();
};

function answerNotFound(directory: string): RequestHandler {
  return (request, response) => {
    const isBuilt = existsSync(join(directory, "index.html"));
    response
      .status(404)
      .set("cache-control", "no-cache")
      .type("text/plain")
      .send(
        isBuilt
          ? `The playground has no page ${request.path}. It starts at ${request.baseUrl}/.\n`
          : "The playground is not built. Run: npm run build\n",
      );
  };
}
