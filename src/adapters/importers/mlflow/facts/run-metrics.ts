import type { FactInput } from "../../../ingest/fact.js";
import type { StoredMetric, StoredModelMetric, StoredRun } from "../mlflow-store.js";
import { type Naming, instantOf, namespaceOf } from "./naming.js";

type RunInput = Extract<FactInput, { operation: "recordRun" }>["input"];
export type MetricInput = NonNullable<RunInput["metrics"]>[number];

/** The last value of each metric, then the metrics by dataset. */
export function metricsOf(naming: Naming, run: StoredRun): MetricInput[] {
  return [
    ...run.metrics.map(metric),
    ...distinctNames(run.modelMetrics).map((measured) => modelMetric(naming, run.workspace, measured)),
  ];
}

function metric({ name, value, step, timestamp }: StoredMetric): MetricInput {
  return { name, ...valueOf(value), step: step ?? undefined, at: instantOf(timestamp) };
}

function modelMetric(naming: Naming, workspace: string, measured: StoredModelMetric): MetricInput {
  const { name: dataset, digest: version } = measured.dataset;
  return { ...metric(measured), dataset: { namespace: namespaceOf(naming, workspace), dataset, version } };
}

/** JSON cannot represent NaN and infinities, so they are sent as text. */
function valueOf(value: number): Pick<MetricInput, "value" | "text"> {
  if (Number.isFinite(value)) return { value };
  return { text: Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity" };
}

/**
 * A run has one value for each metric and dataset. If it measured several models under one name on one dataset, each
 * metric is named `<model>/<metric>`, and none hides another. Of a model's checkpoints, the newest value counts.
 */
function distinctNames(metrics: readonly StoredModelMetric[]): StoredModelMetric[] {
  const models = new Map<string, Set<string>>();
  for (const measured of metrics)
    if (measured.modelName !== null)
      models.set(placeOf(measured), (models.get(placeOf(measured)) ?? new Set()).add(measured.modelName));
  return newest(
    metrics.map((measured) => {
      const isAmbiguous = measured.modelName !== null && (models.get(placeOf(measured))?.size ?? 0) > 1;
      return isAmbiguous ? { ...measured, name: `${measured.modelName}/${measured.name}` } : measured;
    }),
  );
}

function newest(metrics: readonly StoredModelMetric[]): StoredModelMetric[] {
  const latest = new Map<string, StoredModelMetric>();
  for (const measured of metrics) {
    const known = latest.get(placeOf(measured));
    if (!known || isNewer(measured, known)) latest.set(placeOf(measured), measured);
  }
  return [...latest.values()];
}

/** Orders points as MLflow does. */
export function isNewer(left: StoredMetric, right: StoredMetric): boolean {
  const [leftOrder, rightOrder] = [left, right].map(({ step, timestamp, value }) => [
    orderOf(step),
    orderOf(timestamp),
    Number.isNaN(value) ? -Infinity : value,
  ]);
  const at = leftOrder?.findIndex((value, index) => value !== rightOrder?.[index]) ?? -1;
  return at >= 0 && (leftOrder?.[at] ?? 0) > (rightOrder?.[at] ?? 0);
}

/** An unreadable number comes before every readable one. */
function orderOf(value: number | null): number {
  return Number.isNaN(value ?? 0) ? -Infinity : (value ?? 0);
}

function placeOf({ name, dataset }: StoredModelMetric): string {
  return JSON.stringify([name, dataset.name, dataset.digest]);
}
