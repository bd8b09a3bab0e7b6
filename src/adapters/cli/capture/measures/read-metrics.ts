import { InvalidInputError } from "../../../../core/shared/errors.js";
import { measureName } from "../../../../core/shared/fact-fields.js";
import { flatten, isMap } from "./flatten.js";
import { readStructure } from "./read-structure.js";

/** A metric of a run: a finite number, or the name of a value that is not finite. */
export type Metric =
  | { readonly name: string; readonly value: number }
  | { readonly name: string; readonly text: "NaN" | "Infinity" | "-Infinity" };

/** The metrics of a file, and the names of its values that are not numbers. */
export interface ReadMetrics {
  readonly metrics: readonly Metric[];
  readonly leftOut: readonly string[];
}

/** The API's limit for one run. */
const maxMetrics = 5_000;
/** As Python's json, Python's print and YAML write them. */
const notFinite: Readonly<Record<string, number>> = {
  nan: NaN,
  infinity: Infinity,
  "-infinity": -Infinity,
  inf: Infinity,
  "-inf": -Infinity,
};

/**
 * Reads metrics from a JSON or YAML file: numbers, with nested keys joined by dots, and NaN and infinities by name.
 * @throws InvalidInputError when the file cannot be read or has too many metrics.
 */
export async function readMetrics(file: string): Promise<ReadMetrics> {
  const content = await readStructure("--metrics", file);
  if (!isMap(content)) throw new InvalidInputError(`--metrics ${file} is not a map of names to numbers`);
  const metrics: Metric[] = [];
  const leftOut: string[] = [];
  for (const { name, value } of flatten(content)) {
    const number = numberOf(value);
    if (number === null || !measureName.safeParse(name).success) leftOut.push(name);
    else metrics.push(metricOf(name, number));
  }
  if (metrics.length > maxMetrics)
    throw new InvalidInputError(
      `--metrics ${file} has ${metrics.length} metrics; a run may have at most ${maxMetrics}`,
    );
  return { metrics, leftOut };
}

function numberOf(value: unknown): number | null {
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  return typeof value === "string" ? (notFinite[value.toLowerCase().replace(/^\+/, "")] ?? null) : null;
}

function metricOf(name: string, value: number): Metric {
  if (Number.isFinite(value)) return { name, value };
  return { name, text: Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity" };
}
