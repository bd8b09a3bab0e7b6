import type { z } from "zod";
import { InvalidInputError } from "../shared/errors.js";
import { type PageArgs, type PageRequest, pageRequest } from "./page.js";

/**
 * Reads the arguments of a connection that can only be read from the start.
 * @throws InvalidInputError when the arguments request the end of the list, and in the cases of `pageRequest`.
 */
export function forwardPageRequest<Position>(
  args: PageArgs,
  position: z.ZodType<Position>,
  list: string,
): PageRequest<Position> {
  for (const argument of ["last", "before"] as const) {
    if (args[argument] == null) continue;
    throw new InvalidInputError(
      `${argument} is ${JSON.stringify(args[argument])}, but ${list} can only be read from the start; use first with after`,
    );
  }
  return pageRequest(args, position);
}
