import type { CondaDependency } from "./conda-dependency.js";
import { isUrl } from "../../core/python/pip-location.js";
import { normalizeName } from "../../core/python/package-name.js";
import type { Requirement } from "../../core/python/requirement.js";
import { formatSpecifiers, normalizeSpecifiers, normalizeVersion } from "../../core/python/specifier.js";

/** A package that an environment requires, normalized. */
export interface EnvironmentPackage {
  readonly manager: "pip" | "conda";
  /** Normalized name (PEP 503), or the path or address of an unnamed requirement. */
  readonly name: string;
  /** False if `name` is a path or an address. */
  readonly isNamed: boolean;
  /** The only allowed version, or null. */
  readonly version: string | null;
  readonly specifier: string | null;
  readonly marker: string | null;
  /** Address or path that the package is installed from, or null for an index. */
  readonly url: string | null;
  readonly extras: readonly string[];
  readonly editable: boolean;
  /** Conda channel of the dependency, or null. */
  readonly channel: string | null;
  /** Digests of the allowed files, `algorithm:hex`. */
  readonly hashes: readonly string[];
  /** Build options, such as `--global-option=--quiet`. */
  readonly buildOptions: readonly string[];
  /** Whether only one state of the package can be installed: one version, one commit, or a file with a digest. */
  readonly pinned: boolean;
}

const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

/** The package that a line of a requirements file requires. */
export function packageOfRequirement(requirement: Requirement): EnvironmentPackage {
  const { name, pinned, marker, editable } = requirement;
  const url = requirement.url === null ? null : normalizeUrl(requirement.url);
  return {
    manager: "pip",
    name: name === null ? (url ?? "") : normalizeName(name),
    isNamed: name !== null,
    version: pinned === null ? null : normalizeVersion(pinned),
    specifier: formatSpecifiers(normalizeSpecifiers(requirement.specifiers)) || null,
    marker,
    url,
    extras: sorted(requirement.extras.map(normalizeName)),
    editable,
    channel: null,
    hashes: sorted(requirement.hashes.map((hash) => hash.toLowerCase())),
    buildOptions: requirement.buildOptions.map((option) => `${option.name}=${option.value ?? ""}`),
    pinned: pinned !== null || hasFixedContent(requirement),
  };
}

/** The package that a dependency of a conda file requires. */
export function packageOfCondaDependency({ name, channel, pinned, specifier }: CondaDependency): EnvironmentPackage {
  return {
    manager: "conda",
    // Conda has names that start with an underscore, which PEP 503 does not define.
    name: name.startsWith("_") ? name.toLowerCase() : normalizeName(name),
    isNamed: true,
    version: pinned,
    specifier,
    marker: null,
    url: null,
    extras: [],
    editable: false,
    channel,
    hashes: [],
    buildOptions: [],
    pinned: pinned !== null,
  };
}

/** `-e foo` and `-e ./foo` are the same path. Neither is a package name. */
function normalizeUrl(url: string): string {
  return isUrl(url) || url.startsWith(".") || /[\\/]/.test(url) ? url : `./${url}`;
}

function hasFixedContent({ url, isVcs, isWheel, hashes }: Requirement): boolean {
  if (url === null) return false;
  if (isVcs) return /@(?:[0-9a-f]{40}|[0-9a-f]{64})(?:[#?]|$)/i.test(url);
  return (
    isWheel ||
    hashes.length > 0 ||
    /[#&](?:sha256=[0-9a-f]{64}|sha384=[0-9a-f]{96}|sha512=[0-9a-f]{128})(?:&|$)/i.test(url)
  );
}
