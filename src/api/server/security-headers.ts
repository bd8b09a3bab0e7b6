import type { RequestHandler } from "express";

/** Nothing that is answered here is a page: a browser may run, load and frame none of it. Pages set their own policy. */
export const setSecurityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
  });
  next();
};
