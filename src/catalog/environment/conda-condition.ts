import { InvalidInputError } from "../../core/shared/errors.js";
import { parseSpecifiers } from "../../core/python/specifier.js";
import { parseVersion } from "../../core/python/version.js";

/**
 * The PEP 440 specifier sets that a recorded specifier of pip or conda allows; one of them must be satisfied. Conda's `=1.2`
 * allows every version that starts with 1.2, and `|` separates alternatives. Null if it has no equivalent.
 */
export function allowedSpecifiers(specifier: string): readonly string[] | null {
  if (isSpecifierSet(specifier)) return [specifier];
  if (/\[.*version/i.test(specifier)) return null;
  const conditions = specifier
    .replace(/\[.*\]$/, "")
    .trim()
    .split("|")
    .map((alternative) => alternative.split(",").map(toSpecifier));
  if (conditions.some((alternative) => alternative.includes(null))) return null;
  return conditions.map((alternative) => alternative.filter((condition) => condition !== "").join(","));
}

/**
 * The version of `=1.2.3`. Strictly, conda could install 1.2.3.1; three numbers are how conda files name one release.
 * Null if the specifier is none with three numbers or more.
 */
export function condaRelease(specifier: string): string | null {
  const version = /^=(\d[^=*,|\s]*)$/.exec(specifier)?.[1];
  return version !== undefined && (parseVersion(version)?.release.length ?? 0) >= 3 ? version : null;
}

/** One condition without its build. Empty if it allows every version. */
function toSpecifier(text: string): string | null {
  const [condition = ""] = text.trim().split(" ");
  if (condition === "" || condition === "*") return "";
  const fuzzy = /^=(?!=)([^=]+)(?:=.*)?$/.exec(condition)?.[1];
  const candidate =
    fuzzy !== undefined
      ? `==${withoutWildcard(fuzzy)}.*`
      : /^\w/.test(condition)
        ? `==${condition}`
        : condition.replace(/^(<=|>=|<|>)(.*?)\.?\*$/, "$1$2");
  return isSpecifierSet(candidate) ? candidate : null;
}

function withoutWildcard(version: string): string {
  return version.replace(/\.\*$/, "");
}

function isSpecifierSet(text: string): boolean {
  try {
    parseSpecifiers(text);
    return true;
  } catch (error) {
    if (error instanceof InvalidInputError) return false;
    throw error;
  }
}
