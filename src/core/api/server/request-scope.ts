import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestScope } from "../context.js";
import type { Identify } from "../principal.js";
import { readBookmarks } from "./bookmark.js";

/** The header with the id of a request. Clients may set it; every response contains it. */
export const requestIdHeader = "x-request-id";
const validRequestId = /^[\w.:/-]{1,100}$/;

/** The id that the client set, if it is safe to log, or a random one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = headerOf(request, requestIdHeader);
  return given !== undefined && validRequestId.test(given) ? given : randomUUID();
}

/**
 * Opens the scope of a request. Its time begins now.
 * @throws AppError when the headers do not identify the caller.
 */
export async function openScope(
  request: IncomingMessage,
  response: ServerResponse,
  identify: Identify,
  timeoutMs: number,
): Promise<RequestScope> {
  const signal = endOf(response, timeoutMs);
  return {
    requestId: String(response.getHeader(requestIdHeader)),
    principal: await identify((name) => headerOf(request, name)),
    bookmarks: readBookmarks(request.headers),
    signal,
    timeoutMs,
    statements: [],
  };
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}

function endOf(response: ServerResponse, timeoutMs: number): AbortSignal {
  const end = new AbortController();
  // Each statement of a request listens while it runs.
  setMaxListeners(0, end.signal);
  const timer = setTimeout(() => end.abort(new Error(`the request took longer than ${timeoutMs} ms`)), timeoutMs);
  response.once("close", () => {
    clearTimeout(timer);
    if (!response.writableFinished) end.abort(new Error("the client closed the connection"));
  });
  return end.signal;
}
