import { ArgsType, Field, Int } from "type-graphql";
import { z } from "zod";
import { InvalidInputError } from "../shared/errors.js";
import { parseJson } from "../shared/json.js";

/** Default number of items of a page. */
export const defaultPageSize = 50;
/** Maximum number of items of a page. */
export const maxPageSize = 500;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `Number of items to return from the start of the list. Defaults to ${defaultPageSize}. Maximum ${maxPageSize}.`,
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Cursor after which the page starts. The page describes the moment of the answer that the cursor is from. Cannot be combined with `last`.",
  })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `Number of items to return from the end of the list. Maximum ${maxPageSize}. Cannot be combined with \`first\`. Lists that are read from the start only reject it.`,
  })
  last?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Cursor before which the page ends. The page describes the moment of the answer that the cursor is from. Requires `last`.",
  })
  before?: string | null;
}

/** The requested part of an ordered list. The position is that of the item next to the page; its type depends on the list. */
export interface PageRequest<Position> {
  readonly size: number;
  readonly isBackward: boolean;
  readonly position: Position | null;
}

/**
 * Reads the arguments of a connection. `position` is the shape of the list's cursors.
 * @throws InvalidInputError when the arguments are incompatible, a size is out of range, or the cursor is of another list.
 */
export function pageRequest<Position>(
  { first, after, last, before }: PageArgs,
  position: z.ZodType<Position>,
): PageRequest<Position> {
  if (first != null && last != null) throw new InvalidInputError("first cannot be combined with last; set one of them");
  if (before != null && last == null)
    throw new InvalidInputError("before requires last; combine first with after, or last with before");
  if (after != null && last != null)
    throw new InvalidInputError("after cannot be combined with last; combine first with after, or last with before");
  const isBackward = last != null;
  const size = last ?? first ?? defaultPageSize;
  const side = isBackward ? "last" : "first";
  if (size < 0 || size > maxPageSize)
    throw new InvalidInputError(
      `${side} is ${size}, which is not from 0 to ${maxPageSize}; request smaller pages and continue with the cursors of pageInfo`,
    );
  return { size, isBackward, position: readCursor(isBackward ? ["before", before] : ["after", after], position) };
}

/** The number of rows to read for a page. One row more than its size shows whether there is a next page. */
export function rowLimit({ size }: PageRequest<unknown>): number {
  return size + 1;
}

/** The cursor of the item at a position. Opaque to clients, and not affected by inserted items. */
export function formatCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position), "utf8").toString("base64url");
}

/**
 * The position of a cursor, or null without one. The name of its argument is used in the message.
 * @throws InvalidInputError when it is the cursor of another list.
 */
export function readCursor<Position>(
  [side, cursor]: [string, string | null | undefined],
  position: z.ZodType<Position>,
): Position | null {
  if (cursor == null) return null;
  const read = position.safeParse(parseJson(Buffer.from(cursor, "base64url").toString("utf8")));
  if (read.success) return read.data;
  throw new InvalidInputError(
    `${side} is ${JSON.stringify(cursor)}, which is not a cursor of this list in this order; use a cursor that the same query returned`,
  );
}
