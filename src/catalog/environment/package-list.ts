import { InvalidInputError, LimitExceededError } from "../../core/shared/errors.js";
import { parseCondaFile } from "./conda-file.js";
import { packageOfCondaDependency, packageOfRequirement, type EnvironmentPackage } from "./environment-package.js";
import { parseRequirementsFile, type InvalidLine, type RequirementsFile } from "../../core/python/requirements-file.js";
import { excerpt } from "../../core/python/text-scanner.js";

/** The packages and options of a requirements file or a conda file. */
export interface PackageList {
  readonly packages: readonly EnvironmentPackage[];
  /** Options of the whole file that affect what is installed, such as `--index-url=…`. */
  readonly options: readonly string[];
  /** Conda channels, in order of precedence. */
  readonly channels: readonly string[];
  /** False if the file includes another one, whose packages are unknown. */
  readonly isComplete: boolean;
  readonly pythonVersion: string | null;
}

const maxPackages = 5_000;
const shownLines = 20;
const listedLines = 500;

/** Options that do not affect what pip installs. */
const optionsWithoutEffect: ReadonlySet<string> = new Set(["--trusted-host", "--require-hashes", "--use-feature"]);

/**
 * Reads the packages of a requirements file.
 * @throws InvalidInputError when lines cannot be read, with all of them.
 * @throws LimitExceededError when there are too many packages.
 */
export function listRequirements(text: string): PackageList {
  const file = parseRequirementsFile(text);
  refuseInvalid("requirements", file.invalid);
  return { ...readPip(file), channels: [], pythonVersion: null };
}

/**
 * Reads the packages of a conda file, including its pip section.
 * @throws InvalidInputError when it is not a conda file, or when lines cannot be read, with all of them.
 * @throws LimitExceededError when it is too long or there are too many packages.
 */
export function listCondaPackages(text: string): PackageList {
  const { dependencies, pip, channels, invalid } = parseCondaFile(text);
  refuseInvalid("condaYaml", invalid);
  const python = dependencies.find(({ name }) => name === "python")?.version ?? "";
  const fromPip = readPip(pip);
  return {
    ...fromPip,
    packages: limit([...dependencies.map(packageOfCondaDependency), ...fromPip.packages]),
    channels,
    pythonVersion: /^\d[\w.]*$/.test(python) ? python : null,
  };
}

function readPip({
  requirements,
  optionLines,
  includes,
}: RequirementsFile): Pick<PackageList, "packages" | "options" | "isComplete"> {
  const options = optionLines.flatMap((line) => line.options).filter(({ name }) => !optionsWithoutEffect.has(name));
  return {
    packages: limit(requirements.map(packageOfRequirement)),
    options: options.map(({ name, value }) => (value === null ? name : `${name}=${value}`)),
    isComplete: includes.every(({ kind }) => kind === "constraint"),
  };
}

function limit(packages: EnvironmentPackage[]): EnvironmentPackage[] {
  if (packages.length > maxPackages)
    throw new LimitExceededError(
      `the environment has ${packages.length} packages, more than the limit of ${maxPackages}`,
    );
  return packages;
}

function refuseInvalid(field: string, invalid: readonly InvalidLine[]): void {
  if (invalid.length === 0) return;
  const lines = invalid
    .slice(0, listedLines)
    .map(({ line, raw, why }) => ({ line, text: excerpt(raw, 200), reason: why }));
  const shown = lines.slice(0, shownLines).map(({ line, text, reason }) => `line ${line}, "${text}": ${reason}`);
  const more = invalid.length > shownLines ? [`and ${invalid.length - shownLines} more`] : [];
  const count = invalid.length === 1 ? "has a line" : `has ${invalid.length} lines`;
  throw new InvalidInputError(
    `${field} ${count} that cannot be read; correct or remove them and try again: ${[...shown, ...more].join("; ")}`,
    { field, lines },
  );
}
