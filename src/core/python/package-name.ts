import { InvalidInputError } from "../shared/errors.js";

/** Letters, digits, and between them dots, dashes and underscores. */
export const namePattern = /[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?/y;

/** No index accepts longer ones, and a database index cannot hold any length. */
const maxNameLength = 200;

/** The one spelling that all spellings of a package's name share: `Flask_SQLAlchemy` becomes `flask-sqlalchemy`. */
export function normalizeName(name: string): string {
  return name.replace(/[-_.]+/g, "-").toLowerCase();
}

/**
 * Gives the name back.
 * @throws InvalidInputError when the name is longer than a package's name can be.
 */
export function checkNameLength(name: string): string {
  if (name.length > maxNameLength)
    throw new InvalidInputError(`the package name has ${name.length} characters, more than ${maxNameLength}`);
  return name;
}
