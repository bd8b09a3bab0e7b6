import { InvalidInputError } from "../shared/errors.js";
import { excerpt } from "./text-scanner.js";

/** The parts of an address or a path. */
export interface Location {
  readonly isVcs: boolean;
  readonly isLocalPath: boolean;
  readonly isWheel: boolean;
  /** Last segment of the path, percent-decoded, without query and fragment. */
  readonly fileName: string;
  /** `#egg=…`, or null. */
  readonly egg: string | null;
}

const urlPattern = /^(?:https?|ftp|file|(?:git|hg|svn|bzr)\+[a-z-]+):/i;
const vcsPattern = /^(?:git|hg|svn|bzr)\+/i;
const archivePattern = /\.(?:zip|whl|tar|tgz|tbz|txz|tlz|tar\.(?:gz|bz2|xz|lz|lzma))$/i;

/** Returns whether pip reads the text as an address: a known scheme and a colon. */
export function isUrl(text: string): boolean {
  return urlPattern.test(text);
}

/** Returns whether the text can only be a path: it starts like one, names a folder, or ends like an archive. */
export function isPath(text: string): boolean {
  if (/^(?:\.{1,2}(?:[\\/]|$)|\/|~\/|[A-Za-z]:[\\/])/.test(text)) return true;
  const firstPart = text.split("/", 1)[0] ?? "";
  return !/[@:<>=!;,"'\\]/.test(firstPart) && (firstPart.length < text.length || archivePattern.test(text));
}

/** Reads the parts of an address or a path. */
export function describeLocation(url: string): Location {
  const [address = "", ...fragment] = url.split("#");
  const fileName = decode(address.split("?")[0]?.split(/[\\/]/).at(-1) ?? "");
  return {
    isVcs: vcsPattern.test(url),
    isLocalPath: !isUrl(url) || /^file:/i.test(url),
    isWheel: fileName.endsWith(".whl"),
    fileName,
    egg: /(?:^|&)egg=([^&]*)/.exec(fragment.join("#"))?.[1] ?? null,
  };
}

/**
 * Reads name and version from `name-version[-build]-python-abi-platform.whl`.
 * @throws InvalidInputError when the file name has another format.
 */
export function parseWheelName(fileName: string): { readonly name: string; readonly version: string } {
  const parts = fileName.replace(/\.whl$/, "").split("-");
  const [name, version] = parts;
  const complete =
    (parts.length === 5 || (parts.length === 6 && /^\d/.test(parts[2] ?? ""))) && parts.every((part) => part !== "");
  if (!complete || !name || !version) {
    throw new InvalidInputError(
      `"${excerpt(fileName)}" is not the file name of a wheel (name-version-python-abi-platform.whl)`,
    );
  }
  return { name: name.replaceAll("_", "-"), version: version.replaceAll("_", "-") };
}

/** Separates `[extras]` from the end of a path. */
export function splitExtras(text: string): { readonly path: string; readonly extras: string } {
  const at = text.endsWith("]") ? text.lastIndexOf("[") : -1;
  return at > 0 ? { path: text.slice(0, at), extras: text.slice(at) } : { path: text, extras: "" };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
