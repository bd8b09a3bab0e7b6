import type { Fields } from "../../core/facts/draft.js";
import { conflict, fillIn, least } from "../../core/facts/merge.js";
import { nodeSearchWords } from "../../core/api/node/node-search-words.js";
import { newestMetrics, parseMetricRecords, sortableMetrics } from "./run-metrics.js";
import { runStatuses } from "./run.shape.js";

/** From weakest to strongest. A run that ended does not run again; if sources disagree, a failure prevails. */
const statusStrength = [
  "SCHEDULED",
  "RUNNING",
  "COMPLETED",
  "ABORTED",
  "FAILED",
] as const satisfies readonly (typeof runStatuses)[number][];

/**
 * Merges reports of a run. Reports accumulate, and the result does not depend on their order.
 * @throws ConflictError when a parameter or another immutable field is recorded with another value.
 */
export function mergeRun(key: string, known: Fields, reported: Fields): Fields {
  const { status, startedAt, endedAt, deletedAtSource, parameterNames, parameterValues, metricRecords, ...facts } =
    reported;
  const { title, experiment, codeCommitKey, environmentKey, ...fixed } = facts;
  return {
    ...fillIn(key, known, fixed),
    // Runs and experiments are renamed. Commits and environments accumulate as edges, and one of them is shown.
    ...least(known, { title, experiment, codeCommitKey, environmentKey }),
    ...pick("status", strongest(known.status, status)),
    ...pick("startedAt", extreme(Math.min, known.startedAt, startedAt)),
    ...pick("endedAt", extreme(Math.max, known.endedAt, endedAt)),
    ...pick("deletedAtSource", known.deletedAtSource === true || deletedAtSource === true || undefined),
    ...mergeParameters(key, known, texts(parameterNames), texts(parameterValues)),
    ...mergeMetrics(known, texts(metricRecords)),
  };
}

/** Derived fields of a run: the text for full-text search, and metrics as lists that Cypher can filter. */
export function deriveRun(fields: Fields, key: string): Fields {
  const { experiment, by, command, parameterNames, parameterValues, metricRecords } = fields;
  const sortable = sortableMetrics(parseMetricRecords(texts(metricRecords)));
  const values = texts(parameterValues);
  const parameters = texts(parameterNames).map((parameter, index) => `${parameter}=${values[index] ?? ""}`);
  return {
    metricNames: [...sortable.keys()],
    metricValues: [...sortable.values()],
    searchWords: nodeSearchWords("Run", key, fields, [experiment, by, command, ...parameters]),
  };
}

function mergeParameters(key: string, known: Fields, names: readonly string[], values: readonly string[]): Fields {
  if (names.length === 0) return {};
  const knownValues = texts(known.parameterValues);
  const merged = new Map(texts(known.parameterNames).map((name, index) => [name, knownValues[index] ?? ""]));
  names.forEach((name, index) => {
    const value = values[index] ?? "";
    const before = merged.get(name);
    if (before !== undefined && before !== value)
      throw conflict(key, `parameter ${JSON.stringify(name)}`, before, value);
    merged.set(name, value);
  });
  const sorted = [...merged].sort(([left], [right]) => (left < right ? -1 : 1));
  return { parameterNames: sorted.map(([name]) => name), parameterValues: sorted.map(([, value]) => value) };
}

function mergeMetrics(known: Fields, given: readonly string[]): Fields {
  if (given.length === 0) return {};
  const records = newestMetrics([...parseMetricRecords(texts(known.metricRecords)), ...parseMetricRecords(given)]);
  return { metricRecords: records.map((record) => JSON.stringify(record)) };
}

function strongest(known: unknown, given: unknown): string | undefined {
  return statusStrength.findLast((status) => status === known || status === given);
}

function extreme(choose: (...times: number[]) => number, known: unknown, given: unknown): number | undefined {
  const times = [known, given].filter((time): time is number => typeof time === "number");
  return times.length > 0 ? choose(...times) : undefined;
}

function pick(field: string, value: string | number | boolean | undefined): Fields {
  return value === undefined ? {} : { [field]: value };
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
