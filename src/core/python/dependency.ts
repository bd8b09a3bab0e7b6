import { InvalidInputError } from "../shared/errors.js";
import { checkNameLength, namePattern } from "./package-name.js";
import { parseSpecifiers, type Specifier } from "./specifier.js";
import { excerpt, TextScanner } from "./text-scanner.js";

/** A PEP 508 dependency: a name with a specifier set, or a name with an address. */
export interface Dependency {
  readonly name: string;
  readonly extras: readonly string[];
  readonly specifiers: readonly Specifier[];
  readonly url: string | null;
}

/**
 * Reads `name[extras] specifiers` or `name[extras] @ url`, without the marker.
 * @throws InvalidInputError when the text is neither.
 */
export function parseDependency(text: string): Dependency {
  const scanner = new TextScanner(text);
  scanner.skipSpace();
  const name = scanner.take(namePattern);
  if (!name) return scanner.fail("a package name");
  checkNameLength(name);
  scanner.skipSpace();
  const extras = readExtras(scanner);
  scanner.skipSpace();
  if (scanner.take(/@/y)) return { name, extras, specifiers: [], url: readUrl(scanner) };
  return { name, extras, specifiers: readSpecifiers(scanner.rest), url: null };
}

/**
 * Reads `[one, two]` as a sorted list without duplicates.
 * @throws InvalidInputError when the brackets do not contain a list of names.
 */
export function parseExtras(text: string): string[] {
  const scanner = new TextScanner(text);
  const extras = readExtras(scanner);
  if (!scanner.atEnd) scanner.fail("the end of the extras");
  return extras;
}

function readExtras(scanner: TextScanner): string[] {
  const extras = new Set<string>();
  if (!scanner.take(/\[[ \t]*/y)) return [];
  while (!scanner.take(/[ \t]*\]/y)) {
    if (extras.size > 0 && !scanner.take(/[ \t]*,[ \t]*/y)) scanner.fail("a comma or ] after an extra");
    const extra = scanner.take(namePattern);
    extras.add(extra ?? scanner.fail("the name of an extra or ]"));
  }
  return [...extras].sort();
}

function readUrl(scanner: TextScanner): string {
  scanner.skipSpace();
  const url = scanner.take(/[^ \t]+/y);
  if (!url) return scanner.fail("an address after @");
  scanner.skipSpace();
  if (!scanner.atEnd) scanner.fail("; with a marker, or the end,");
  return url;
}

function readSpecifiers(rest: string): Specifier[] {
  const text = rest.trim();
  if (/^=(?!=)/.test(text))
    throw new InvalidInputError(`"${excerpt(text)}" is not a specifier; use == to pin a version`);
  if (!text.startsWith("(")) return parseSpecifiers(text);
  if (!text.endsWith(")")) throw new InvalidInputError(`the parenthesis of "${excerpt(text)}" is not closed`);
  return parseSpecifiers(text.slice(1, -1));
}
