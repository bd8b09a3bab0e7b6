import { InvalidInputError } from "../shared/errors.js";
import { excerpt } from "./text-scanner.js";
import {
  comparePublic,
  compareReleases,
  compareVersions,
  formatVersion,
  parseVersion,
  type Version,
} from "./version.js";

/** One condition of a specifier set, with the version as written. */
export interface Specifier {
  readonly operator: "===" | "==" | "~=" | "!=" | "<=" | ">=" | "<" | ">";
  readonly version: string;
}

const operators = ["===", "==", "~=", "!=", "<=", ">=", "<", ">"] as const;

/**
 * Reads a comma-separated specifier set, such as `>=1.26,<3`. An empty text is the empty set.
 * @throws InvalidInputError when a condition is not a PEP 440 specifier.
 */
export function parseSpecifiers(text: string): Specifier[] {
  if (text.trim() === "") return [];
  const parts = text.split(",").map((part) => part.trim());
  if (parts.length > 1 && parts.at(-1) === "") parts.pop();
  return parts.map(parseSpecifier);
}

function parseSpecifier(text: string): Specifier {
  const operator = operators.find((known) => text.startsWith(known));
  if (!operator) {
    throw new InvalidInputError(
      text === ""
        ? "a condition is missing next to a comma"
        : `"${excerpt(text)}" does not start with one of ${operators.join(" ")}`,
    );
  }
  const version = text.slice(operator.length).trim();
  if (version === "") throw new InvalidInputError(`no version follows ${operator}`);
  const reason = operator === "===" ? arbitraryFault(version) : versionFault(operator, version);
  if (reason) throw new InvalidInputError(`"${excerpt(text)}": ${reason}`);
  return { operator, version };
}

function arbitraryFault(version: string): string | null {
  return /[\s;)]/.test(version) ? `"${excerpt(version)}" is not one word` : null;
}

function versionFault(operator: Specifier["operator"], text: string): string | null {
  const { version, wildcard } = readOperand(text);
  const exact = operator === "==" || operator === "!=";
  if (!version) return `"${excerpt(text)}" is not a PEP 440 version`;
  if (wildcard && !exact) return "only == and != may end with .*";
  if (wildcard && (version.pre || version.post !== null || version.dev !== null || version.local.length > 0)) {
    return ".* may follow nothing but a release number";
  }
  if (version.local.length > 0 && !exact) return "only == and != may have a local version (the part after +)";
  return operator === "~=" && version.release.length < 2 ? "~= needs a version of two numbers or more" : null;
}

function readOperand(text: string): { version: Version | null; wildcard: boolean } {
  const wildcard = text.endsWith(".*");
  return { version: parseVersion(wildcard ? text.slice(0, -2) : text), wildcard };
}

/** The set in a fixed order, with each condition as written. */
export function formatSpecifiers(specifiers: readonly Specifier[]): string {
  return [...new Set(specifiers.map(({ operator, version }) => operator + version))].sort().join(",");
}

/** The same conditions with normalized versions. */
export function normalizeSpecifiers(specifiers: readonly Specifier[]): Specifier[] {
  return specifiers.map(({ operator, version }) => ({
    operator,
    version: operator === "===" ? version : normalizeOperand(version),
  }));
}

function normalizeOperand(text: string): string {
  const { version, wildcard } = readOperand(text);
  return version ? formatVersion(version) + (wildcard ? ".*" : "") : text;
}

/** The only version that the set allows, as written, or null if it allows several. */
export function pinnedVersion(specifiers: readonly Specifier[]): string | null {
  const [only, ...others] = specifiers;
  if (!only || others.length > 0) return null;
  const exact = only.operator === "===" || (only.operator === "==" && !only.version.endsWith(".*"));
  return exact ? only.version : null;
}

/** The normalized version, or the text as written if it is not a PEP 440 version (`===2012-legacy`). */
export function normalizeVersion(text: string): string {
  const version = parseVersion(text);
  return version ? formatVersion(version) : text;
}

/**
 * Returns whether an installed version satisfies a specifier set. Pre-releases count like any other version, because they
 * are already installed. A version that is not a PEP 440 version satisfies only the empty set and `===`.
 * @throws InvalidInputError when the specifier set cannot be read.
 */
export function matchesSpecifier(version: string, specifier: string): boolean {
  const known = parseVersion(version);
  return parseSpecifiers(specifier).every((condition) =>
    condition.operator === "==="
      ? version.toLowerCase() === condition.version.toLowerCase()
      : known !== null && satisfies(known, condition),
  );
}

function satisfies(version: Version, { operator, version: text }: Specifier): boolean {
  const { version: bound, wildcard } = readOperand(text);
  if (!bound) return false;
  if (wildcard) return hasPrefix(version, bound) === (operator === "==");
  const equal = bound.local.length > 0 ? compareVersions(version, bound) === 0 : comparePublic(version, bound) === 0;
  switch (operator) {
    case "==":
    case "===":
      return equal;
    case "!=":
      return !equal;
    case "<=":
      return comparePublic(version, bound) <= 0;
    case ">=":
      return comparePublic(version, bound) >= 0;
    case "~=":
      return (
        comparePublic(version, bound) >= 0 && hasPrefix(version, { ...bound, release: bound.release.slice(0, -1) })
      );
    case "<":
      return comparePublic(version, bound) < 0 && !isPrereleaseOf(version, bound);
    case ">":
      return comparePublic(version, bound) > 0 && !isPostreleaseOf(version, bound);
  }
}

function hasPrefix(version: Version, prefix: Version): boolean {
  return version.epoch === prefix.epoch && prefix.release.every((part, at) => part === (version.release[at] ?? 0n));
}

/** `<1.0` also excludes 1.0rc1, although it is older. A bound that is itself a pre-release excludes no pre-release. */
function isPrereleaseOf(version: Version, bound: Version): boolean {
  if (isPrerelease(bound) || !isPrerelease(version) || compareReleases(version, bound) !== 0) return false;
  return bound.post === null || (version.post === bound.post && version.pre === null);
}

/** `>1.0` also excludes 1.0.post1, although it is newer. */
function isPostreleaseOf(version: Version, bound: Version): boolean {
  if (bound.post !== null || bound.dev !== null || version.post === null || compareReleases(version, bound) !== 0)
    return false;
  return version.pre?.letter === bound.pre?.letter && version.pre?.number === bound.pre?.number;
}

function isPrerelease({ pre, dev }: Version): boolean {
  return pre !== null || dev !== null;
}
