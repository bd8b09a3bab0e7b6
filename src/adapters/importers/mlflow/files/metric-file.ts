import type { DatasetRef, StoredMetric, StoredModelMetric } from "../mlflow-store.js";
import { isNewer } from "../facts/run-metrics.js";

/** A point of a logged model's metric, with the run and the dataset of the measurement. */
export interface ModelPoint extends StoredMetric {
  readonly runId: string;
  readonly dataset: DatasetRef | null;
}

/** The last of the points `timestamp value [step …]` of a run's metric; null if no line can be read. */
export function lastPoint(name: string, text: string): StoredMetric | null {
  let last: StoredMetric | null = null;
  for (const line of text.split("\n")) {
    const point = pointOf(name, line.trim().split(" "));
    if (point && (!last || isNewer(point, last))) last = point;
  }
  return last;
}

/** The last point on each dataset, of the points `timestamp value step dataset digest` of a run's metric. */
export function lastPointsOnDatasets(name: string, text: string): StoredModelMetric[] {
  const last = new Map<string, StoredModelMetric>();
  for (const line of text.split("\n")) {
    const parts = line.trim().split(" ");
    const point = parts.length > 4 ? pointOf(name, parts) : null;
    if (!point) continue;
    const dataset = parts.slice(3).join(" ");
    const known = last.get(dataset);
    if (known && !isNewer(point, known)) continue;
    last.set(dataset, {
      ...point,
      modelName: null,
      dataset: { name: parts.slice(3, -1).join(" "), digest: parts.at(-1) ?? "" },
    });
  }
  return [...last.values()];
}

/** The points `timestamp value step run [dataset digest]` of a logged model's metric. */
export function modelPoints(name: string, text: string): ModelPoint[] {
  return text.split("\n").flatMap((line) => {
    const parts = line.trim().split(" ");
    const point = pointOf(name, parts);
    const runId = parts[3];
    const digest = parts.length > 5 ? parts.at(-1) : undefined;
    if (!point || runId === undefined) return [];
    return [{ ...point, runId, dataset: digest === undefined ? null : { name: parts.slice(4, -1).join(" "), digest } }];
  });
}

function pointOf(name: string, [timestamp = "", value = "", step = "0"]: readonly string[]): StoredMetric | null {
  const number = numberOf(value);
  if (number === null || timestamp === "") return null;
  // A step or a time that is not an integer is reported later. It does not cost the value.
  return { name, value: number, step: Number(step), timestamp: Number(timestamp) };
}

/** Numbers as Python writes them. */
function numberOf(text: string): number | null {
  const word = /^([+-]?)(nan|inf|infinity)$/i.exec(text);
  if (word) return word[2]?.toLowerCase() === "nan" ? Number.NaN : word[1] === "-" ? -Infinity : Infinity;
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : null;
}
