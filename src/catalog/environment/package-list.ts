import { InvalidInputError, LimitExceededError } from "../../core/shared/errors.js";
import { parseCondaFile } from "./conda-file.js";
import { packageOfCondaDependency, packageOfRequirement, type EnvironmentPackage } from "./environment-package.js";
import { parseRequirementsFile, type InvalidLine, type RequirementsFile } from "../../core/python/requirements-file.js";
import { excerpt } from "../../core/python/text-scanner.js";

/** What a requirements file or a conda file asks for. */
export interface PackageList {
  readonly packages: readonly EnvironmentPackage[];
  /** Options for the whole file that bear on what is installed, such as `--index-url=…`. */
  readonly options: readonly string[];
  /** Conda's channels, first one first. */
  readonly channels: readonly string[];
  /** False where the file includes another one, whose packages are not known. */
  readonly isComplete: boolean;
  readonly pythonVersion: string | null;
}

const maxPackages = 5_000;
const shownLines = 20;
const listedLines = 500;

/** Options that say how pip checks and works, not what it installs. */
const optionsWithoutEffect: ReadonlySet<string> = new Set(["--trusted-host", "--require-hashes", "--use-feature"]);

/**
 * Reads the packages of a requirements file.
 * @throws InvalidInputError when lines cannot be read; it names them all.
 * @throws LimitExceededError when there are too many packages.
 */
export function listRequirements(text: string): PackageList {
  const file = parseRequirementsFile(text);
  refuseInvalid("requirements", file.invalid);
  return { ...readPip(file), channels: [], pythonVersion: null };
}

/**
 * Reads the packages of a conda file, those of its pip section too.
 * @throws InvalidInputError when it is not a conda file or lines cannot be read; it names them all.
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
    throw new LimitExceededError(`the environment asks for ${packages.length} packages, more than ${maxPackages}`);
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
    `${field} ${count} that cannot be read; correct or remove and try again: ${[...shown, ...more].join("; ")}`,
    { field, lines },
  );
}
