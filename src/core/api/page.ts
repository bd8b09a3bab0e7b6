import { ArgsType, Field, Int } from "type-graphql";
import { z } from "zod";
import { InvalidInputError } from "../shared/errors.js";
import { parseJson } from "../shared/json.js";

/** Items of a page where nobody says how many. */
export const defaultPageSize = 50;
/** Items of a page at the most. */
export const maxPageSize = 500;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many from the front; ${defaultPageSize} unless said, at most ${maxPageSize}.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "With `first`: the cursor after which to begin." })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: `How many from the back, at most ${maxPageSize}.` })
  last?: number | null;

  @Field(() => String, { nullable: true, description: "With `last`: the cursor before which to end." })
  before?: string | null;
}

/** Which part of an ordered list is asked for. The position is of the item next to the page, in the list's own terms. */
export interface PageRequest<Position> {
  readonly size: number;
  readonly isBackward: boolean;
  readonly position: Position | null;
}

/**
 * Reads the arguments of a connection; `position` is the shape of the list's cursors.
 * @throws InvalidInputError when the arguments do not go together, a size is out of range, or the cursor is of another list.
 */
export function pageRequest<Position>(
  { first, after, last, before }: PageArgs,
  position: z.ZodType<Position>,
): PageRequest<Position> {
  if (first != null && last != null)
    throw new InvalidInputError("first and last are both given; ask for one end of the list at a time");
  if (before != null && last == null)
    throw new InvalidInputError("before is given without last; use first with after, and last with before");
  if (after != null && last != null)
    throw new InvalidInputError("after is given with last; use first with after, and last with before");
  const isBackward = last != null;
  const size = last ?? first ?? defaultPageSize;
  const side = isBackward ? "last" : "first";
  if (size < 0 || size > maxPageSize)
    throw new InvalidInputError(
      `${side} is ${size}; give a number from 0 to ${maxPageSize}, and go on with the cursors of pageInfo`,
    );
  return { size, isBackward, position: readCursor(isBackward ? ["before", before] : ["after", after], position) };
}

/** The cursor of the item at a position: opaque to clients, stable whatever is inserted around it. */
export function formatCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position), "utf8").toString("base64url");
}

function readCursor<Position>(
  [side, cursor]: [string, string | null | undefined],
  position: z.ZodType<Position>,
): Position | null {
  if (cursor == null) return null;
  const read = position.safeParse(parseJson(Buffer.from(cursor, "base64url").toString("utf8")));
  if (read.success) return read.data;
  throw new InvalidInputError(
    `${side} is ${JSON.stringify(cursor)}, which is not a cursor of this list in this order; give one that the same question returned`,
  );
}
