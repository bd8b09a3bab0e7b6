import { toLineageNode } from "../../core/api/node/lineage-node.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { parseKey } from "../../core/shared/key.js";
import { parseMetricRecords } from "../measure/metric-records.js";
import { type MeasuresRow, type RunRow, type RunUseRow, loadRunRows } from "./run.statements.js";
import { parseTagRecords } from "./run-tags.js";
import type { Metric } from "../measure/metric.type.js";
import type { Parameter, Run, RunTag, RunUse } from "./run.type.js";

/** Loads runs by key, in any order. */
export async function loadRuns(graph: GraphReader, keys: readonly string[]): Promise<Run[]> {
  return (await graph.read(loadRunRows, { keys: [...keys] })).map(toRun);
}

/** The run of a row. */
export function toRun(row: RunRow): Run {
  return { ...toLineageNode(row), externalId: parseKey(row.key)?.name ?? "", name: row.title };
}

/** The input or output of a row. */
export function toRunUse({ role, inferred, key, title, recordedAt, isStub }: RunUseRow): RunUse {
  return { role, inferred, light: toLineageNode({ key, title, recordedAt, isStub }) };
}

/** The parameters of a run, ordered by name. They are stored as parallel lists. */
export function parametersOf({ parameterNames, parameterValues }: MeasuresRow): Parameter[] {
  return parameterNames.map((name, index) => ({ name, value: parameterValues[index] ?? "" }));
}

/** The tags of a run, ordered by name. */
export function tagsOf({ tagRecords }: MeasuresRow): RunTag[] {
  return parseTagRecords(tagRecords);
}

/** The metrics of a run, ordered by name. */
export function metricsOf({ metricRecords }: MeasuresRow): Metric[] {
  return parseMetricRecords(metricRecords).map(({ name, value, step, at, dataset }) => ({
    name,
    step,
    at,
    value: typeof value === "number" ? value : null,
    text: String(value),
    datasetKey: dataset,
  }));
}
