import { InvalidInputError } from "../shared/errors.js";

/** The argument `limit` of a list without pages: its options in the schema, and how it is read. */
export interface ListLimit {
  /** Options of the argument of a list of such things. */
  options(what: string): { nullable: true; defaultValue: number; description: string };
  /** @throws InvalidInputError when the number is out of range. */
  read(given: number | null): number;
}

/** A limit with its default and its maximum. */
export function listLimit(standard: number, most: number): ListLimit {
  return {
    options: (what) => ({
      nullable: true,
      defaultValue: standard,
      description: `Maximum number of ${what} to list. Defaults to ${standard}. Maximum ${most.toLocaleString("en")}.`,
    }),
    read: (given) => {
      const limit = given ?? standard;
      if (limit < 0 || limit > most) throw new InvalidInputError(`limit is ${limit}; give a number from 0 to ${most}`);
      return limit;
    },
  };
}
