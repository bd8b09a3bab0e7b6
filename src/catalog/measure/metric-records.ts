import type { Fields } from "../../core/facts/draft.js";
import { snapshotKey } from "../../core/shared/key.js";
import type { GivenMetric } from "./metric.shape.js";

/** The newest value of one metric, stored as one JSON text per metric. Values that are not finite are stored by name. */
export interface MetricRecord {
  readonly name: string;
  readonly value: number | "NaN" | "Infinity" | "-Infinity";
  readonly step: number | null;
  readonly at: number | null;
  /** Key of the snapshot that the metric was measured on. */
  readonly dataset: string | null;
}

export function toMetricRecord({ name, value, text, step, at, dataset }: GivenMetric): MetricRecord {
  return {
    name,
    value: text ?? value ?? 0,
    step: step ?? null,
    at: at ?? null,
    dataset: dataset ? snapshotKey(dataset.namespace, dataset.dataset, dataset.version) : null,
  };
}

export function parseMetricRecords(texts: readonly string[]): MetricRecord[] {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- only toMetricRecord writes these texts
  return texts.map((text) => JSON.parse(text) as MetricRecord);
}

/** The newest value of each metric on each dataset, independent of the order of reports. Sorted, so that equal sets are equal lists. */
export function newestMetrics(records: readonly MetricRecord[]): MetricRecord[] {
  const newest = new Map<string, MetricRecord>();
  for (const record of records) {
    const id = JSON.stringify([record.name, record.dataset]);
    const before = newest.get(id);
    if (!before || compareAge(before, record) < 0) newest.set(id, record);
  }
  return [...newest].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, record]) => record);
}

/** One number per metric name for filters and sorting: the value without a dataset, or the newest value on any dataset. */
export function sortableMetrics(records: readonly MetricRecord[]): Map<string, number> {
  const chosen = new Map<string, MetricRecord>();
  for (const record of records) {
    const before = chosen.get(record.name);
    if (!before || (before.dataset !== null && (record.dataset === null || compareAge(before, record) < 0)))
      chosen.set(record.name, record);
  }
  return new Map([...chosen].map(([name, { value }]) => [name, Number(value)]));
}

/** Orders by step, then by time. Of two values at the same step and time, the greater one wins, and a number wins over NaN. */
function compareAge(left: MetricRecord, right: MetricRecord): number {
  return (
    compare(left.step, right.step) ||
    compare(left.at, right.at) ||
    compareValues(Number(left.value), Number(right.value))
  );
}

function compare(left: number | null, right: number | null): number {
  return (left ?? -Infinity) === (right ?? -Infinity) ? 0 : (left ?? -Infinity) < (right ?? -Infinity) ? -1 : 1;
}

function compareValues(left: number, right: number): number {
  if (Number.isNaN(left) || Number.isNaN(right))
    return Number(Number.isNaN(right)) - Number(Number.isNaN(left)) === 0 ? 0 : Number.isNaN(left) ? -1 : 1;
  return left - right;
}

/** Merges reported metrics into recorded ones, both stored as lists of JSON texts. */
export function mergeMetrics(known: Fields, reported: Fields["metricRecords"]): Fields {
  const given = textsOf(reported);
  if (given.length === 0) return {};
  const records = newestMetrics([...parseMetricRecords(textsOf(known.metricRecords)), ...parseMetricRecords(given)]);
  return { metricRecords: records.map((record) => JSON.stringify(record)) };
}

function textsOf(value: Fields["metricRecords"]): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
