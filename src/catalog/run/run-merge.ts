import type { Fields, TieOrder } from "../../core/facts/draft.js";
import { conflict, fillIn, least, showValue } from "../../core/facts/merge.js";
import { firstInText, greatest, lastOf } from "../../core/facts/observation.js";
import { nodeSearchWords } from "../../core/api/node/node-search-words.js";
import { mergeMetrics, parseMetricRecords, sortableMetrics } from "../measure/metric-records.js";
import { runStatuses } from "./run.shape.js";
import { ConflictError } from "../../core/shared/errors.js";
import { parseTagRecords } from "./run-tags.js";

/** From weakest to strongest, of statuses that were observed at the same moment. */
const statusStrength = [
  "SCHEDULED",
  "RUNNING",
  "COMPLETED",
  "ABORTED",
  "FAILED",
] as const satisfies readonly (typeof runStatuses)[number][];

/** The fields of a run that hold the value observed last. */
export const mutableOfRun: Readonly<Record<string, TieOrder>> = {
  status: lastOf(statusStrength),
  endedAt: greatest,
  title: firstInText,
  experiment: firstInText,
  deletedAtSource: lastOf([false, true]),
  tagRecords: firstInText,
};

/**
 * Merges the accumulating fields of reports of a run. The result does not depend on the order of the reports.
 * @throws ConflictError when a parameter or another immutable field is recorded with another value.
 */
export function mergeRun(key: string, known: Fields, reported: Fields): Fields {
  const { startedAt, parameterNames, parameterValues, metricRecords, codeCommitKey, environmentKey, ...fixed } =
    reported;
  return {
    ...fillIn(key, known, fixed),
    // Commits and environments accumulate as edges, and one of them is shown.
    ...least(known, { codeCommitKey, environmentKey }),
    ...earliest("startedAt", known, startedAt),
    ...mergeParameters(key, known, texts(parameterNames), texts(parameterValues)),
    ...mergeMetrics(known, metricRecords),
  };
}

/** Derived fields of a run: the text for full-text search, and metrics as lists that Cypher can filter. */
export function deriveRun(fields: Fields, key: string): Fields {
  const { experiment, by, command, parameterNames, parameterValues, metricRecords, tagRecords } = fields;
  const tags = parseTagRecords(texts(tagRecords)).map((tag) => `${tag.name}=${tag.value}`);
  const sortable = sortableMetrics(parseMetricRecords(texts(metricRecords)));
  const values = texts(parameterValues);
  const parameters = texts(parameterNames).map((parameter, index) => `${parameter}=${values[index] ?? ""}`);
  return {
    metricNames: [...sortable.keys()],
    metricValues: [...sortable.values()],
    searchWords: nodeSearchWords("Run", key, fields, [experiment, by, command, ...tags, ...parameters]),
  };
}

function mergeParameters(key: string, known: Fields, names: readonly string[], values: readonly string[]): Fields {
  if (names.length === 0) return {};
  const reported = new Map<string, string>();
  names.forEach((name, index) => {
    const [before, value] = [reported.get(name), values[index] ?? ""];
    if (before !== undefined && before !== value) throw ambiguous(key, name, before, value);
    reported.set(name, value);
  });
  const knownValues = texts(known.parameterValues);
  const merged = new Map(texts(known.parameterNames).map((name, index) => [name, knownValues[index] ?? ""]));
  for (const [name, value] of reported) {
    const before = merged.get(name);
    if (before !== undefined && before !== value)
      throw conflict(key, `parameter ${JSON.stringify(name)}`, before, value);
    merged.set(name, value);
  }
  const sorted = [...merged].sort(([left], [right]) => (left < right ? -1 : 1));
  return { parameterNames: sorted.map(([name]) => name), parameterValues: sorted.map(([, value]) => value) };
}

/** The error for a parameter that one report has with two values. */
function ambiguous(key: string, name: string, first: string, second: string): ConflictError {
  const field = `parameter ${JSON.stringify(name)}`;
  return new ConflictError(
    `the report of ${key} has the ${field} twice, with the values ${showValue(field, first)} and ${showValue(field, second)}; ` +
      `a parameter has one value, so remove one of them`,
    { key, field, values: [first, second] },
  );
}

function earliest(field: string, known: Fields, given: unknown): Fields {
  const times = [known[field], given].filter((time): time is number => typeof time === "number");
  return times.length > 0 ? { [field]: Math.min(...times) } : {};
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
