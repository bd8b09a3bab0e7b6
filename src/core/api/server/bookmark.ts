import type { IncomingHttpHeaders } from "node:http";
import { InvalidInputError } from "../../shared/errors.js";

/** The header with the bookmarks of a write: in the response to the write, and in later requests that must see it. */
export const bookmarkHeader = "x-lineage-bookmark";
const maxBookmarks = 20;
const validBookmark = /^[\w+/=:.-]{1,500}$/;

/**
 * Reads the bookmarks of a request.
 * @throws InvalidInputError when the header is not the value of an earlier response.
 */
export function readBookmarks(headers: IncomingHttpHeaders): string[] {
  const given = [headers[bookmarkHeader] ?? []]
    .flat()
    .flatMap((value) => value.split(","))
    .map((bookmark) => bookmark.trim())
    .filter((bookmark) => bookmark !== "");
  if (given.length > maxBookmarks || !given.every((bookmark) => validBookmark.test(bookmark))) {
    throw new InvalidInputError(
      `${bookmarkHeader} is not a bookmark; send the value of this header from the response to a write, or omit it`,
    );
  }
  return given;
}

export function formatBookmarks(bookmarks: readonly string[]): string {
  return bookmarks.join(",");
}
