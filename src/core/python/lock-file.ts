import { InvalidInputError } from "../shared/errors.js";
import { parseToml, type TomlTable, type TomlValue } from "./toml.js";

/** The names of the lock files that are read, in the order in which they are preferred. */
export const lockFileNames = ["pylock.toml", "uv.lock", "poetry.lock", "Pipfile.lock"] as const;
type LockFormat = (typeof lockFileNames)[number];

/** One locked package. */
interface LockedPackage {
  readonly name: string;
  readonly version: string | null;
  /** The address that the package is installed from instead of an index. */
  readonly url: string | null;
  readonly marker: string | null;
}

/** Formats that name no exact versions of all packages, or that pip cannot read, and the command that exports them. */
const otherFormats: readonly { readonly name: string; readonly sign: RegExp; readonly command: string }[] = [
  {
    name: "a pyproject.toml",
    sign: /^\[(?:project|build-system|tool\.[\w.-]+)\]\s*$/m,
    command: "uv export --format requirements-txt, poetry export, or pip freeze",
  },
  { name: "a Pipfile", sign: /^\[(?:packages|dev-packages)\]\s*$/m, command: "pipenv requirements" },
  { name: "an explicit conda lock file", sign: /^@EXPLICIT\s*$/m, command: "conda env export" },
];

/**
 * The packages of a lock file as a requirements file; any other text unchanged. All locked packages are included, because
 * a lock file does not record which groups and extras were installed.
 * @throws InvalidInputError, with the command that exports the file, when the text is a lock file that cannot be read.
 */
export function readLockFile(text: string): string {
  const format = formatOf(text);
  if (format === null) {
    const other = otherFormats.find(({ sign }) => sign.test(text));
    if (!other) return text;
    throw new InvalidInputError(
      `the file is ${other.name}, not a requirements file; send the output of ${other.command}`,
    );
  }
  const packages = format === "Pipfile.lock" ? pipenvPackages(text) : tomlPackages(format, parseToml(text));
  return packages.map((locked) => `${requirementOf(locked)}\n`).join("");
}

function formatOf(text: string): LockFormat | null {
  if (/^\s*\{/.test(text)) return /"_meta"\s*:/.test(text) && /"default"\s*:/.test(text) ? "Pipfile.lock" : null;
  if (/^lock-version\s*=/m.test(text) && /^\[\[packages\]\]\s*$/m.test(text)) return "pylock.toml";
  const hasPackages = /^\[\[package\]\]\s*$/m.test(text);
  if (hasPackages && /^\[metadata\]\s*$/m.test(text)) return "poetry.lock";
  return hasPackages && /^version\s*=\s*\d+/m.test(text) ? "uv.lock" : null;
}

function requirementOf({ name, version, url, marker }: LockedPackage): string {
  const pinned = url !== null ? `${name} @ ${url}` : version === null ? name : `${name}==${version}`;
  return marker === null ? pinned : `${pinned} ; ${marker}`;
}

function tomlPackages(format: LockFormat, file: TomlTable): LockedPackage[] {
  const packages = tables(format === "pylock.toml" ? file["packages"] : file["package"]);
  return packages.flatMap((entry) => {
    const name = textOf(entry["name"]);
    if (name === null) throw new InvalidInputError(`the ${format} contains a package without a name`);
    const source = tableOf(entry["source"]);
    // The project itself is the code that runs, not a package of its environment.
    if (format === "uv.lock" && ("editable" in source || "virtual" in source) && isRoot(source)) return [];
    const marker = textOf(entry["marker"]) ?? textOf(entry["markers"]);
    return [{ name, version: textOf(entry["version"]), url: addressOf(format, entry, source), marker }];
  });
}

function isRoot(source: TomlTable): boolean {
  return [source["editable"], source["virtual"]].includes(".");
}

function addressOf(format: LockFormat, entry: TomlTable, source: TomlTable): string | null {
  if (format === "pylock.toml") {
    const vcs = tableOf(entry["vcs"]);
    return gitAddress(textOf(vcs["url"]), textOf(vcs["commit-id"])) ?? textOf(tableOf(entry["archive"])["url"]);
  }
  if (format === "poetry.lock") {
    const url = textOf(source["url"]);
    if (source["type"] === "git") return gitAddress(url, textOf(source["resolved_reference"]));
    return source["type"] === "url" ? url : null;
  }
  // uv appends what was asked for as a query and the commit as a fragment.
  const [, git = null, commit = null] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(textOf(source["git"]) ?? "") ?? [];
  return gitAddress(git === "" ? null : git, commit) ?? textOf(source["url"]);
}

function gitAddress(url: string | null, commit: string | null): string | null {
  if (url === null) return null;
  return `${url.startsWith("git+") ? "" : "git+"}${url}${commit === null ? "" : `@${commit}`}`;
}

function pipenvPackages(text: string): LockedPackage[] {
  const file = parseJson(text);
  return ["default", "develop"].flatMap((group) =>
    Object.entries(tableOf(file[group])).map(([name, value]) => {
      const entry = tableOf(value);
      return {
        name,
        version: textOf(entry["version"])?.replace(/^=+/, "") ?? null,
        url: gitAddress(textOf(entry["git"]), textOf(entry["ref"])) ?? textOf(entry["file"]),
        marker: textOf(entry["markers"]),
      };
    }),
  );
}

function parseJson(text: string): TomlTable {
  try {
    const content: unknown = JSON.parse(text);
    return isTable(content) ? content : {};
  } catch (error) {
    throw new InvalidInputError(
      `the file looks like a Pipfile.lock but is not JSON (${error instanceof Error ? error.message : String(error)}); send the output of pipenv requirements`,
    );
  }
}

function textOf(value: TomlValue | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function tableOf(value: TomlValue | undefined): TomlTable {
  return isTable(value) ? value : {};
}

function tables(value: TomlValue | undefined): readonly TomlTable[] {
  return Array.isArray(value) ? value.filter(isTable) : [];
}

function isTable(value: unknown): value is TomlTable {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
