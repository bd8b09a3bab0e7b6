import { InvalidInputError } from "../../../../core/shared/errors.js";
import { measureName } from "../../../../core/shared/fact-fields.js";
import { flatten, isMap } from "./flatten.js";
import { readStructure } from "./read-structure.js";

/** What a run came to: a finite number, or the name of what is none. */
export type Metric =
  | { readonly name: string; readonly value: number }
  | { readonly name: string; readonly text: "NaN" | "Infinity" | "-Infinity" };

/** The metrics of a file, and what in it is none. */
export interface ReadMetrics {
  readonly metrics: readonly Metric[];
  readonly leftOut: readonly string[];
}

/** As many as one run takes. */
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
 * Reads metrics from a JSON or YAML file: numbers, nested keys joined by dots, NaN and infinities by their names.
 * @throws InvalidInputError when it cannot be read, or holds too many.
 */
export async function readMetrics(file: string): Promise<ReadMetrics> {
  const content = await readStructure("--metrics", file);
  if (!isMap(content)) throw new InvalidInputError(`--metrics ${file} holds no names with numbers`);
  const metrics: Metric[] = [];
  const leftOut: string[] = [];
  for (const { name, value } of flatten(content)) {
    const number = numberOf(value);
    if (number === null || !measureName.safeParse(name).success) leftOut.push(name);
    else metrics.push(metricOf(name, number));
  }
  if (metrics.length > maxMetrics)
    throw new InvalidInputError(
      `--metrics ${file} holds ${metrics.length} metrics, more than the ${maxMetrics} that a run may have`,
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
