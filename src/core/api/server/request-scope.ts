import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { StatementRun } from "../../graph/graph.js";
import type { Identify, Principal } from "../principal.js";
import { readBookmarks } from "./bookmark.js";

/** What is known of a request from its headers, and what it did so far. */
export interface RequestScope {
  readonly requestId: string;
  readonly principal: Principal;
  readonly bookmarks: readonly string[];
  /** Aborts when the time is up and when the client goes away: reads end then, writes do not. */
  readonly signal: AbortSignal;
  readonly statements: StatementRun[];
}

/** The header in which a client may name its request, and in which every answer tells the name. */
export const requestIdHeader = "x-request-id";
const validRequestId = /^[\w.:/-]{1,100}$/;

/** The client's name for the request where it is fit for a log, else a random one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = headerOf(request, requestIdHeader);
  return given !== undefined && validRequestId.test(given) ? given : randomUUID();
}

/**
 * Opens the scope of a request.
 * @throws AppError when the headers do not tell who calls.
 */
export function openScope(
  request: IncomingMessage,
  response: ServerResponse,
  identify: Identify,
  timeoutMs: number,
): RequestScope {
  const principal = identify((name) => headerOf(request, name));
  const bookmarks = readBookmarks(request.headers);
  return {
    requestId: String(response.getHeader(requestIdHeader)),
    principal,
    bookmarks,
    signal: endOf(response, timeoutMs),
    statements: [],
  };
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}

function endOf(response: ServerResponse, timeoutMs: number): AbortSignal {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(new Error(`the request took longer than ${timeoutMs} ms`)), timeoutMs);
  response.once("close", () => {
    clearTimeout(timer);
    if (!response.writableFinished) end.abort(new Error("the client went away"));
  });
  return end.signal;
}
