import { groupBy } from "../../core/api/group-by.js";
import { type Change, byChange } from "./change.js";

/** The compared fields of a package; its name is normalised. */
export interface ComparedPackage {
  readonly name: string;
  /** The version to which the package is pinned. */
  readonly version: string | null;
  readonly specifier: string | null;
  readonly marker: string | null;
  readonly url: string | null;
}

/**
 * Differences in packages: the pinned version, else the specifier, else the URL; null if any version may be installed.
 * Markers are shown if they are part of the difference or distinguish several lines of one package.
 */
export function comparePackages(left: readonly ComparedPackage[], right: readonly ComparedPackage[]): Change<string>[] {
  const lefts = groupBy(left, ({ name }) => name);
  const rights = groupBy(right, ({ name }) => name);
  return [...new Set([...lefts.keys(), ...rights.keys()])]
    .flatMap((name) => changeOf(name, lefts.get(name), rights.get(name)))
    .sort(byChange);
}

function changeOf(
  name: string,
  left: readonly ComparedPackage[] | undefined,
  right: readonly ComparedPackage[] | undefined,
): Change<string>[] {
  const isMarked =
    [left, right].some((side) => (side?.length ?? 0) > 1) ||
    (left !== undefined && right !== undefined && left[0]?.marker !== right[0]?.marker);
  const [was, is] = [describe(left ?? [], isMarked), describe(right ?? [], isMarked)];
  if (left === undefined) return [{ change: "ADDED", name, left: null, right: is }];
  if (right === undefined) return [{ change: "REMOVED", name, left: was, right: null }];
  return was === is ? [] : [{ change: "CHANGED", name, left: was, right: is }];
}

function describe(lines: readonly ComparedPackage[], isMarked: boolean): string | null {
  const texts = lines.flatMap(({ version, specifier, url, marker }) => {
    const value = version ?? specifier ?? url;
    const mark = isMarked && marker !== null ? `; ${marker}` : "";
    return value === null && mark === "" ? [] : [`${value ?? ""}${mark}`];
  });
  return texts.length === 0 ? null : texts.sort().join(", ");
}
