import { matchesSpecifier, parseSpecifiers } from "../../core/python/specifier.js";
import { formatVersion, parseVersion, type Version } from "../../core/python/version.js";
import { allowedSpecifiers, condaRelease } from "./conda-condition.js";

/** Whether an environment installs a wanted version of a package. MAYBE if its requirement allows other versions too. */
export type RequirementMatch = "YES" | "MAYBE" | "NO";

/** The versions of a package that an environment allows. */
export interface RequiredVersions {
  /** The only allowed version; null if there is none. */
  readonly version: string | null;
  /** As recorded, by pip or conda; null or empty for any version. */
  readonly specifier: string | null;
}

/**
 * Decides whether an environment installs a version that satisfies a wanted specifier set. An unpinned requirement is NO
 * if no version satisfies both, else MAYBE: which version was installed is not recorded.
 * @throws InvalidInputError when the wanted specifier set is invalid.
 */
export function matchRequirement({ version, specifier }: RequiredVersions, wanted: string): RequirementMatch {
  if (parseSpecifiers(wanted).length === 0) return "YES";
  const pinned = version ?? condaRelease(specifier ?? "");
  if (pinned !== null) return matchPinned(pinned, wanted);
  const allowed = allowedSpecifiers(specifier ?? "");
  if (allowed === null) return "MAYBE";
  const possible = typicalVersions([wanted, ...allowed]).filter((each) =>
    allowed.some((set) => matchesSpecifier(each, set)),
  );
  return possible.length > 0 && !possible.some((each) => matchesSpecifier(each, wanted)) ? "NO" : "MAYBE";
}

/** A version that PEP 440 cannot order, such as 1.1.1w, may satisfy any condition except `===` with another text. */
function matchPinned(version: string, wanted: string): RequirementMatch {
  if (matchesSpecifier(version, wanted)) return "YES";
  if (parseVersion(version)) return "NO";
  const texts = parseSpecifiers(wanted).filter(({ operator }) => operator === "===");
  return texts.every((condition) => condition.version.toLowerCase() === version.toLowerCase()) ? "MAYBE" : "NO";
}

/**
 * Versions that represent all others: the least and the greatest one, and for each version of a condition the version
 * itself, the next ones above it and the first one outside of its prefix. Between them no condition changes.
 */
function typicalVersions(sets: readonly string[]): string[] {
  const bounds = sets.flatMap(parseSpecifiers).map(({ version }) => version.replace(/\.\*$/, ""));
  const near = bounds.flatMap((text) => {
    const version = parseVersion(text);
    return version ? [text, ...around(version).map(formatVersion)] : [text];
  });
  return [...new Set(["0.dev0", "0", ...near])];
}

function around(version: Version): Version[] {
  const { epoch, release, pre, post } = version;
  const plain: Version = { epoch, release, pre: null, post: null, dev: null, local: [] };
  const last = release.length - 1;
  return [
    plain,
    { ...plain, dev: 0n },
    { ...plain, post: (post ?? 0n) + 1n },
    { ...plain, release: [...release, 0n, 0n, 0n, 1n] },
    { ...plain, release: release.map((part, index) => (index === last ? part + 1n : part)) },
    { ...plain, release: [999_999_999n] },
    ...(pre
      ? [
          { ...plain, pre: { ...pre, number: pre.number + 1n } },
          { ...plain, pre, post: 1n },
        ]
      : []),
  ];
}
