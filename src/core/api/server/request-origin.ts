import type { IncomingMessage } from "node:http";

const graphqlTypes = ["application/graphql-response+json", "application/json"];

/**
 * Returns whether a GET request asks for a GraphQL response from this site or from outside a browser. A page of another site
 * can send such a request without a preflight, but the browser then adds `Sec-Fetch-Site`. Its images, scripts and forms
 * do not accept a media type of GraphQL.
 */
export function isOwnGet({ method, headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"] ?? "none";
  return method === "GET" && accepts(headers.accept, graphqlTypes) && (site === "none" || site === "same-origin");
}

/** Returns whether a browser opens the address as a page. */
export function isPageRequest({ method, headers: { accept } }: IncomingMessage): boolean {
  return (method === "GET" || method === "HEAD") && accepts(accept, ["text/html"]) && !accepts(accept, graphqlTypes);
}

function accepts(header: string | undefined, types: readonly string[]): boolean {
  const accepted = (header ?? "").split(",").map((range) => range.split(";")[0]?.trim().toLowerCase());
  return types.some((type) => accepted.includes(type));
}
