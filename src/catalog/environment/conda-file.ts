import { InvalidInputError } from "../../core/shared/errors.js";
import { parseCondaDependency, type CondaDependency } from "./conda-dependency.js";
import { readLogicalLines } from "../../core/python/logical-lines.js";
import {
  orInvalid,
  readRequirementLines,
  type InvalidLine,
  type RequirementsFile,
} from "../../core/python/requirements-file.js";
import { itemsOf, parseYamlMapping, textOf, type YamlEntry } from "./yaml-entry.js";

/** The content of a conda environment file, in its order. */
export interface CondaFile {
  readonly name: string | null;
  readonly channels: readonly string[];
  readonly dependencies: readonly CondaDependency[];
  /** The items below `pip:`. */
  readonly pip: RequirementsFile;
  readonly invalid: readonly InvalidLine[];
}

/**
 * Reads the text of an environment.yml. Dependencies that cannot be read are listed, never dropped.
 * @throws InvalidInputError when the text is not YAML or not an environment file.
 * @throws LimitExceededError when it is too long.
 */
export function parseCondaFile(text: string, field = "condaYaml"): CondaFile {
  const file = parseYamlMapping(text, field);
  if (!file.has("dependencies"))
    throw new InvalidInputError(`${field} is not a conda environment file: it has no dependencies`);
  const items = itemsOf(file.get("dependencies"), `${field}'s dependencies`);
  const conda = items
    .filter((item) => item.kind === "text")
    .map(({ line, text: raw }) => orInvalid({ line, raw }, () => ({ dependency: parseCondaDependency(raw, line) })));
  const pip = readPipItems(items.flatMap((item) => (item.kind === "text" ? [] : pipItems(item, field))));
  return {
    name: textOf(file.get("name")),
    channels: itemsOf(file.get("channels"), `${field}'s channels`).flatMap((item) => textOf(item) ?? []),
    dependencies: conda.flatMap((read) => ("dependency" in read ? [read.dependency] : [])),
    pip,
    invalid: [...conda.flatMap((read) => ("invalid" in read ? [read.invalid] : [])), ...pip.invalid].sort(
      (a, b) => a.line - b.line,
    ),
  };
}

/** Reads YAML items as lines of a requirements file. Each keeps its line number in the YAML file. */
export function readPipItems(items: readonly YamlEntry[]): RequirementsFile {
  return readRequirementLines(
    items.flatMap((item) => readLogicalLines(textOf(item) ?? "").map((read) => ({ ...read, line: item.line }))),
  );
}

function pipItems(item: YamlEntry, field: string): readonly YamlEntry[] {
  const entries = item.kind === "mapping" ? item.entries : null;
  if (!entries || entries.size !== 1 || !entries.has("pip")) {
    throw new InvalidInputError(`${field}, line ${item.line}: only pip may contain a nested list of dependencies`);
  }
  const items = itemsOf(entries.get("pip"), `${field}'s pip`);
  const nested = items.find((entry) => entry.kind !== "text");
  if (nested) throw new InvalidInputError(`${field}, line ${nested.line}: a pip dependency is not a string`);
  return items;
}
