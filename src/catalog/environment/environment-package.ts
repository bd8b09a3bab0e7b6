import type { CondaDependency } from "./conda-dependency.js";
import { isUrl } from "../../core/python/pip-location.js";
import { normalizeName } from "../../core/python/package-name.js";
import type { Requirement } from "../../core/python/requirement.js";
import { formatSpecifiers, normalizeSpecifiers, normalizeVersion } from "../../core/python/specifier.js";

/** A package that an environment asks for, in one spelling. */
export interface EnvironmentPackage {
  readonly manager: "pip" | "conda";
  /** Normal spelling (PEP 503); where a path or an address names no package, that path or address. */
  readonly name: string;
  /** False where `name` is a path or an address. */
  readonly isNamed: boolean;
  /** The one version that is allowed, or null. */
  readonly version: string | null;
  readonly specifier: string | null;
  readonly marker: string | null;
  /** Address or path that it is installed from, if not from an index. */
  readonly url: string | null;
  readonly extras: readonly string[];
  readonly editable: boolean;
  /** Conda's channel, where the dependency names one. */
  readonly channel: string | null;
  /** Digests of the files that may be installed, `algorithm:hex`. */
  readonly hashes: readonly string[];
  /** Options for building it, such as `--global-option=--quiet`. */
  readonly buildOptions: readonly string[];
  /** True when nothing but one state of the package can be installed: one version, one commit, or a file with a digest. */
  readonly pinned: boolean;
}

const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

/** The package that a line of a requirements file asks for. */
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

/** The package that a dependency of a conda file asks for. */
export function packageOfCondaDependency({ name, channel, pinned, specifier }: CondaDependency): EnvironmentPackage {
  return {
    manager: "conda",
    // Conda has names that begin with an underscore, which PEP 503 does not know.
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

/** `-e foo` and `-e ./foo` are one path, and neither may be taken for the name of a package. */
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
