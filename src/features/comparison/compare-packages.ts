import { groupBy } from "../../core/api/group-by.js";
import { type Change, byChange } from "./change.js";

/** As much of a package as tells two apart; its name is normalised. */
export interface ComparedPackage {
  readonly name: string;
  /** The one version that it is pinned to. */
  readonly version: string | null;
  readonly specifier: string | null;
  readonly marker: string | null;
  readonly url: string | null;
}

/**
 * What differs in packages, one by one: the pinned version, else the specifier, else where it comes from; null where any
 * version may be installed. Markers are shown where they are part of the difference, or tell apart several lines of one
 * package.
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
