import { InvalidInputError } from "../shared/errors.js";

/** Letters and digits, with dots, dashes and underscores between them. */
export const namePattern = /[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?/y;

/** Package indexes reject longer names, and the values of a database index are limited. */
const maxNameLength = 200;

/** Normalizes a package name by PEP 503: `Flask_SQLAlchemy` becomes `flask-sqlalchemy`. */
export function normalizeName(name: string): string {
  return name.replace(/[-_.]+/g, "-").toLowerCase();
}

/**
 * Returns the name.
 * @throws InvalidInputError when the name is longer than a package name can be.
 */
export function checkNameLength(name: string): string {
  if (name.length > maxNameLength)
    throw new InvalidInputError(
      `the package name has ${name.length} characters, more than the limit of ${maxNameLength}`,
    );
  return name;
}
