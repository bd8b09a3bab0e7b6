import { InvalidInputError } from "../../../../core/shared/errors.js";
import { measureName, prose } from "../../../../core/shared/fact-fields.js";
import { flatten, isMap, type Leaf } from "./flatten.js";
import { readStructure } from "./read-structure.js";

/** A parameter that a run is started with. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
}

/** The API's limit for one run. */
const maxParameters = 5_000;

/**
 * Reads parameters from YAML or JSON files, with nested keys joined by dots, lists as JSON, and numbers in their
 * shortest form.
 * @throws InvalidInputError when a file is not a map, when a parameter has two different values, or when a name
 * or a value is too long.
 */
export async function readParameters(files: readonly string[]): Promise<Parameter[]> {
  const read = new Map<string, string>();
  for (const file of files) {
    const content = await readStructure("--params", file);
    if (!isMap(content))
      throw new InvalidInputError(`--params ${file} is not a map of names to values; write one "name: value" per line`);
    for (const leaf of flatten(content)) add(read, file, leaf);
  }
  if (read.size > maxParameters)
    throw new InvalidInputError(`--params gives ${read.size} parameters; a run may have at most ${maxParameters}`);
  return [...read].map(([name, value]) => ({ name, value }));
}

function add(read: Map<string, string>, file: string, { name, value }: Leaf): void {
  const text = textOf(value);
  const before = read.get(name);
  if (before !== undefined && before !== text)
    throw new InvalidInputError(
      `--params ${file} gives ${name} the value ${text}, but it already has the value ${before}`,
    );
  const issue = measureName.safeParse(name).error?.issues[0] ?? prose.safeParse(text).error?.issues[0];
  if (issue) throw new InvalidInputError(`--params ${file}: ${name.slice(0, 80)} cannot be recorded: ${issue.message}`);
  read.set(name, text);
}

/** A value as text. Equal values have equal texts, regardless of how they were written. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? numberOf(part) : part));
}

/** JSON has no bigint. One that a number cannot hold exactly stays text, with all its digits. */
function numberOf(value: bigint): number | string {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
}
