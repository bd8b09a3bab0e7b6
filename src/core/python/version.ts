/** A PEP 440 version. Numbers are bigints, because date-like parts exceed the exact range of a double. */
export interface Version {
  readonly epoch: bigint;
  readonly release: readonly bigint[];
  readonly pre: { readonly letter: "a" | "b" | "rc"; readonly number: bigint } | null;
  readonly post: bigint | null;
  readonly dev: bigint | null;
  readonly local: readonly (bigint | string)[];
}

const versionPattern = new RegExp(
  "^v?(?:(?<epoch>[0-9]+)!)?(?<release>[0-9]+(?:\\.[0-9]+)*)" +
    "(?:[-_.]?(?<letter>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<pre>[0-9]*))?" +
    "(?:-(?<bare>[0-9]+)|[-_.]?(?<postWord>post|rev|r)[-_.]?(?<post>[0-9]*))?" +
    "(?:[-_.]?(?<devWord>dev)[-_.]?(?<dev>[0-9]*))?" +
    "(?:\\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$",
  "i",
);

/** Longer texts are not real versions, and parsing their numbers would take more than linear time. */
const maxVersionLength = 200;

/** Reads a version. Returns null if the text is not a PEP 440 version. */
export function parseVersion(text: string): Version | null {
  if (text.length > maxVersionLength) return null;
  const groups = versionPattern.exec(text)?.groups;
  if (!groups) return null;
  const { epoch, release = "", letter, pre, bare, postWord, post, devWord, dev, local } = groups;
  return {
    epoch: BigInt(epoch ?? 0),
    release: release.split(".").map(BigInt),
    pre: letter === undefined ? null : { letter: preLetter(letter), number: BigInt(pre ?? 0) },
    post: bare === undefined && postWord === undefined ? null : BigInt(bare ?? post ?? 0),
    dev: devWord === undefined ? null : BigInt(dev ?? 0),
    local:
      local === undefined
        ? []
        : local
            .toLowerCase()
            .split(/[-_.]/)
            .map((part) => (/^\d+$/.test(part) ? BigInt(part) : part)),
  };
}

/** Normalizes a version: `v1.0-RC1` becomes `1.0rc1`. Trailing zeros are kept. */
export function formatVersion({ epoch, release, pre, post, dev, local }: Version): string {
  return [
    epoch === 0n ? "" : `${epoch}!`,
    release.join("."),
    pre ? `${pre.letter}${pre.number}` : "",
    post === null ? "" : `.post${post}`,
    dev === null ? "" : `.dev${dev}`,
    local.length === 0 ? "" : `+${local.join(".")}`,
  ].join("");
}

/** Negative if `left` is older, 0 if both are equal (such as `1.0` and `1.0.0`), otherwise positive. */
export function compareVersions(left: Version, right: Version): number {
  return comparePublic(left, right) || compareLocal(left.local, right.local);
}

/** Like `compareVersions`, but ignores local labels such as `+cu121`. */
export function comparePublic(left: Version, right: Version): number {
  return compareReleases(left, right) || compareNumbers(suffixKey(left), suffixKey(right));
}

/** Compares only epoch and release: 0 for all pre-, post- and development releases of the same release. */
export function compareReleases(left: Version, right: Version): number {
  return compareNumbers([left.epoch, ...left.release], [right.epoch, ...right.release]);
}

function preLetter(word: string): "a" | "b" | "rc" {
  const lower = word.toLowerCase();
  if (lower === "a" || lower === "alpha") return "a";
  return lower === "b" || lower === "beta" ? "b" : "rc";
}

/** Order of the versions of one release: 1.0.dev1 < 1.0a1.dev1 < 1.0a1 < 1.0rc1 < 1.0 < 1.0.post1.dev1 < 1.0.post1. */
function suffixKey({ pre, post, dev }: Version): bigint[] {
  const devOnly = !pre && post === null && dev !== null;
  const preRank = pre ? BigInt(["a", "b", "rc"].indexOf(pre.letter)) : devOnly ? -1n : 3n;
  return [preRank, pre?.number ?? 0n, post ?? -1n, dev === null ? 1n : 0n, dev ?? 0n];
}

function compareNumbers(left: readonly bigint[], right: readonly bigint[]): number {
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const a = left[at] ?? 0n;
    const b = right[at] ?? 0n;
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}

/** Words sort before numbers, and a label before the same label with more parts. */
function compareLocal(left: Version["local"], right: Version["local"]): number {
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const a = left[at];
    const b = right[at];
    if (a === b) continue;
    if (a === undefined || b === undefined) return a === undefined ? -1 : 1;
    if (typeof a !== typeof b) return typeof a === "string" ? -1 : 1;
    return a < b ? -1 : 1;
  }
  return 0;
}
