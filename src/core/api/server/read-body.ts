import type { IncomingMessage, ServerResponse } from "node:http";
import express from "express";

/** Reads the body of a request, decompressed; undefined if the request has none. */
export type ReadBody = (request: IncomingMessage & { body?: unknown }, response: ServerResponse) => Promise<unknown>;

/** Reads a body of JSON within a limit. */
export const readJsonBody = (limit: number): ReadBody => readWith(express.json({ limit }));

/** Reads a body of UTF-8 text in one of the media types within a limit. */
export const readTextBody = (limit: number, mediaTypes: readonly string[]): ReadBody =>
  readWith(express.text({ limit, type: [...mediaTypes], defaultCharset: "utf-8" }));

function readWith(parse: ReturnType<typeof express.json>): ReadBody {
  return (request, response) =>
    new Promise((resolve, reject) => {
      parse(request, response, (error?: Error) => (error ? reject(error) : resolve(request.body)));
    });
}
