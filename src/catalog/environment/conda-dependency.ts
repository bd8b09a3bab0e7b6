import { InvalidInputError } from "../../core/shared/errors.js";
import { checkNameLength } from "../../core/python/package-name.js";
import { excerpt } from "../../core/python/text-scanner.js";

/** One conda package that an environment file requires. */
export interface CondaDependency {
  /** Line number, starting at 1. */
  readonly line: number;
  readonly raw: string;
  readonly channel: string | null;
  readonly name: string;
  /** The required version without `=`, or a condition such as `<=23.2.1`. */
  readonly version: string | null;
  readonly build: string | null;
  /** The only allowed version, or null. */
  readonly pinned: string | null;
  /** Everything after the name, normalized, or null. */
  readonly specifier: string | null;
}

type VersionPart = Pick<CondaDependency, "version" | "build" | "pinned">;

const anyVersion: VersionPart = { version: null, build: null, pinned: null };
const longestDependency = 1_000;

/**
 * Reads a conda match specification, such as `numpy`, `numpy=1.26`, `numpy=1.26.4=py311h64a7726_0`, `numpy >=1.26,<2`
 * or `conda-forge::numpy`.
 * @throws InvalidInputError when conda would reject it.
 */
export function parseCondaDependency(raw: string, line: number): CondaDependency {
  if (raw.length > longestDependency)
    throw new InvalidInputError(
      `the dependency has ${raw.length} characters, more than the limit of ${longestDependency}`,
    );
  const separator = raw.indexOf("::");
  const channel = separator < 0 ? null : raw.slice(0, separator).trim();
  const text = raw.slice(separator < 0 ? 0 : separator + 2).trim();
  const name = /^[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?/i.exec(text)?.[0];
  if (!name || channel === "") throw new InvalidInputError(`"${excerpt(raw)}" does not start with a package name`);
  const rest = tighten(text.slice(checkNameLength(name).length));
  if (rest !== "" && !/^[\s=<>!~[]/.test(rest))
    throw new InvalidInputError(`"${excerpt(rest)}" after ${name} is not a version condition`);
  return { line, raw, channel, name, ...readVersionPart(rest), specifier: rest.trim() || null };
}

/** Removes the spaces that conda ignores: around commas, bars and operators. */
function tighten(text: string): string {
  return text
    .trimEnd()
    .replace(/\s+/g, " ")
    .replace(/ ?([,|]) ?/g, "$1")
    .replace(/ ?([=<>!~]+) ?/g, "$1");
}

/** A part in brackets, such as `[build=cuda*]`, remains in the specifier and does not pin the version. */
function readVersionPart(rest: string): VersionPart {
  const bracket = rest.indexOf("[");
  if (bracket >= 0 && !rest.endsWith("]"))
    throw new InvalidInputError(`the bracket of "${excerpt(rest)}" is not closed`);
  const text = (bracket < 0 ? rest : rest.slice(0, bracket)).trim();
  if (text === "") return anyVersion;
  const [version, build, more] = text.startsWith("=") ? text.replace(/^={1,2}/, "").split(/[ =]/) : text.split(" ");
  if (!version || more !== undefined || build === "" || !/^[\w.+!*|,<>=~^$()-]+$/.test(version)) {
    throw new InvalidInputError(`"${excerpt(text)}" is not a conda version condition`);
  }
  const exact = build !== undefined || text.startsWith("==") || !text.startsWith("=");
  return { version, build: build ?? null, pinned: exact && /^\w[\w.+!-]*$/.test(version) ? version : null };
}
