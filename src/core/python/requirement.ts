import { InvalidInputError } from "../shared/errors.js";
import { parseDependency, parseExtras, type Dependency } from "./dependency.js";
import { normalizeMarker } from "./marker.js";
import { describeLocation, isPath, isUrl, parseWheelName, splitExtras, type Location } from "./pip-location.js";
import type { PipOption } from "./pip-options.js";
import { pinnedVersion, type Specifier } from "./specifier.js";
import { excerpt } from "./text-scanner.js";

/** One package that a requirements file requires. */
export interface Requirement extends Omit<Location, "fileName"> {
  /** Number of the first physical line, starting at 1. */
  readonly line: number;
  /** The line with continuations joined and without its comment. */
  readonly raw: string;
  /** Package name as written, or null for a path or an address without one. */
  readonly name: string | null;
  readonly extras: readonly string[];
  readonly specifiers: readonly Specifier[];
  /** The only version that the line allows, as written, or null. */
  readonly pinned: string | null;
  readonly marker: string | null;
  /** Address or path that the package is installed from, or null for an index. */
  readonly url: string | null;
  readonly editable: boolean;
  /** `algorithm:hex`, as written. */
  readonly hashes: readonly string[];
  /** Build options, such as `--global-option`. */
  readonly buildOptions: readonly PipOption[];
}

type Origin = Pick<Requirement, "line" | "raw">;
interface Named extends Omit<Dependency, "name"> {
  readonly name: string | null;
  readonly location: Omit<Location, "fileName">;
}

const longestRequirement = 8_000;
const strongHash = /^sha(?:256|384|512):[0-9a-f]+$/i;
const buildOptionNames: ReadonlySet<string> = new Set(["--global-option", "--install-option", "--config-settings"]);
const nowhere: Omit<Location, "fileName"> = { isVcs: false, isLocalPath: false, isWheel: false, egg: null };

/**
 * Reads the part of a line before its options: a PEP 508 dependency, an address or a path.
 * @throws InvalidInputError when pip would reject it.
 */
export function parseRequirement(text: string, options: readonly PipOption[], origin: Origin): Requirement {
  const { body, marker } = splitMarker(text, isUrl(text) ? "; " : ";");
  const { path, extras } = splitExtras(body);
  const named = isUrl(body) ? readLocation(body, "") : isPath(path) ? readLocation(path, extras) : readDependency(body);
  return build(named, { ...origin, marker, editable: false }, options);
}

/**
 * Reads the value of `--editable`: a path or a version control address. pip ignores a marker after it, but pip-compile
 * and uv write one, so it is kept.
 * @throws InvalidInputError when it is another kind of address.
 */
export function parseEditable(
  text: string,
  marker: string | null,
  options: readonly PipOption[],
  origin: Origin,
): Requirement {
  const { path, extras } = splitExtras(text);
  const url = /^(git|hg|svn|bzr):/i.exec(text) ? `${text.slice(0, text.indexOf(":"))}+${text}` : text;
  const location = describeLocation(url);
  if (!location.isVcs && !location.isLocalPath) {
    throw new InvalidInputError(
      `"${excerpt(text)}" cannot be editable; use a local path or a version control address such as git+https://…`,
    );
  }
  const named = location.isVcs ? readLocation(url, "") : readLocation(path, extras);
  return build(named, { ...origin, marker: marker && normalizeMarker(marker), editable: true }, options);
}

function splitMarker(text: string, separator: string): { body: string; marker: string | null } {
  if (text.length > longestRequirement)
    throw new InvalidInputError(
      `the requirement has ${text.length} characters, more than the limit of ${longestRequirement}`,
    );
  const at = text.indexOf(separator);
  const marker = at < 0 ? "" : text.slice(at + separator.length).trim();
  return { body: (at < 0 ? text : text.slice(0, at)).trim(), marker: marker === "" ? null : normalizeMarker(marker) };
}

/** Only the file name of a wheel and `#egg=` identify the package of an address or a path. */
function readLocation(url: string, extrasText: string): Named {
  if (isUrl(url) && /\s/.test(url)) throw new InvalidInputError(`the address "${excerpt(url)}" contains a space`);
  const location = describeLocation(url);
  const extras = parseExtras(extrasText);
  const { name, version } = location.isWheel
    ? parseWheelName(location.fileName)
    : { name: location.egg, version: null };
  if (!name) return { name: null, extras, specifiers: [], url, location };
  const dependency = parseDependency(version === null ? name : `${name}==${version}`);
  return { ...dependency, extras: [...extras, ...dependency.extras], url, location };
}

function readDependency(text: string): Named {
  const dependency = parseDependency(text);
  const { url } = dependency;
  if (url === null) return { ...dependency, location: nowhere };
  if (!isUrl(url) && !isPath(url) && !/^[a-z][a-z0-9+.-]*:\/\//i.test(url)) {
    throw new InvalidInputError(`"${excerpt(url)}" after @ is neither an address with a scheme nor a path`);
  }
  return { ...dependency, location: describeLocation(url) };
}

function build(
  named: Named,
  context: Origin & Pick<Requirement, "marker" | "editable">,
  options: readonly PipOption[],
): Requirement {
  const { name, extras, specifiers, url, location } = named;
  const { isVcs, isLocalPath, isWheel, egg } = location;
  const hashes = options.flatMap((option) => (option.name === "--hash" ? [checkHash(option.value ?? "")] : []));
  const buildOptions = options.filter((option) => buildOptionNames.has(option.name));
  return {
    ...context,
    name,
    extras,
    specifiers,
    pinned: pinnedVersion(specifiers),
    url,
    isVcs,
    isLocalPath,
    isWheel,
    egg,
    hashes,
    buildOptions,
  };
}

function checkHash(hash: string): string {
  if (!strongHash.test(hash))
    throw new InvalidInputError(
      `--hash=${excerpt(hash)} is not sha256, sha384 or sha512 with a colon and hexadecimal digits`,
    );
  return hash;
}
