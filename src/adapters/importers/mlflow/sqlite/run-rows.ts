import type { Query, Row } from "./sqlite-file.js";
import type { SqliteSchema } from "./sqlite-schema.js";
import { requiredText } from "./column-value.js";

/** The rows of a page of runs, grouped by table and run. */
export interface RunPage {
  readonly runs: readonly Row[];
  readonly tags: ReadonlyMap<string, readonly Row[]>;
  readonly parameters: ReadonlyMap<string, readonly Row[]>;
  readonly metrics: ReadonlyMap<string, readonly Row[]>;
  readonly datasetInputs: ReadonlyMap<string, readonly Row[]>;
  readonly models: ReadonlyMap<string, readonly Row[]>;
  readonly modelMetrics: ReadonlyMap<string, readonly Row[]>;
}

/** The links between runs and logged models that have no row in `inputs`, by run. There are few. */
export type UnlinkedModels = ReadonlyMap<string, readonly string[]>;

/** Restricts every table's query to the runs of the page. */
const ofPage = "IN (SELECT run_uuid FROM runs WHERE rowid > ?1 AND rowid <= ?2)";

/** Reads the runs after a row id and their rows in other tables, with one query for each table. */
export function readRunPage(
  query: Query,
  schema: SqliteSchema,
  unlinked: UnlinkedModels,
  after: number,
  limit: number,
): RunPage {
  const runs = query(runsSql(schema), [after, limit]);
  const bounds = [after, Number(runs.at(-1)?.row_id ?? after)];
  const rows = (sql: string): Row[] => (runs.length === 0 ? [] : query(sql, bounds));
  const hasInputs = schema.has("inputs") && schema.has("datasets");
  const hasModels = schema.has("inputs") && schema.has("logged_models");
  const ofUnlinked = hasModels ? readUnlinked(query, schema, runs, unlinked) : { models: [], metrics: [] };
  return {
    runs,
    tags: byRun(rows(`SELECT run_uuid, key, value FROM tags WHERE run_uuid ${ofPage}`)),
    parameters: byRun(rows(`SELECT run_uuid, key, value FROM params WHERE run_uuid ${ofPage} ORDER BY rowid`)),
    metrics: byRun(
      rows(
        `SELECT run_uuid, key, value, is_nan, step, timestamp FROM latest_metrics WHERE run_uuid ${ofPage} ORDER BY rowid`,
      ),
    ),
    datasetInputs: byRun(hasInputs ? rows(datasetInputsSql) : []),
    models: byRun([...(hasModels ? rows(modelsSql(schema)) : []), ...ofUnlinked.models]),
    modelMetrics: byRun([...(hasModels ? rows(linkedMetricsSql) : []), ...ofUnlinked.metrics]),
  };
}

/** Finds the models that a run logged or measured without a row in `inputs`, which MLflow nearly always writes. */
export function readUnlinkedModels(query: Query, schema: SqliteSchema): UnlinkedModels {
  const unlinked = new Map<string, string[]>();
  if (!schema.has("inputs") || !schema.has("logged_models")) return unlinked;
  for (const row of query(unlinkedSql)) {
    const runId = requiredText(row.run_uuid);
    unlinked.set(runId, [...(unlinked.get(runId) ?? []), requiredText(row.model_id)]);
  }
  return unlinked;
}

function readUnlinked(
  query: Query,
  schema: SqliteSchema,
  runs: readonly Row[],
  unlinked: UnlinkedModels,
): { models: Row[]; metrics: Row[] } {
  const pairs = runs.flatMap(({ run_uuid }) =>
    (unlinked.get(requiredText(run_uuid)) ?? []).map((modelId) => [requiredText(run_uuid), modelId]),
  );
  const models = pairs.flatMap((pair) => query(unlinkedModelSql(schema), pair));
  const metrics = pairs.flatMap((pair) => query(unlinkedMetricsSql, pair));
  return { models, metrics };
}

function byRun(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const runId = requiredText(row.run_uuid);
    const group = groups.get(runId);
    if (group) group.push(row);
    else groups.set(runId, [row]);
  }
  return groups;
}

const runsSql = (schema: SqliteSchema): string => `
  SELECT r.rowid AS row_id, r.run_uuid, r.name, r.status, r.start_time, r.end_time, r.user_id, r.lifecycle_stage, r.artifact_uri,
    r.source_name, r.source_type, r.entry_point_name, r.source_version,
    e.experiment_id, e.name AS experiment, e.lifecycle_stage AS experiment_stage, ${schema.column("experiments", "e", "workspace")} AS workspace
  FROM runs r LEFT JOIN experiments e ON e.experiment_id = r.experiment_id
  WHERE r.rowid > ?1 ORDER BY r.rowid LIMIT ?2`;

const datasetInputsSql = `
  SELECT i.destination_id AS run_uuid, i.input_uuid, i.source_id AS dataset_uuid, d.name, d.digest, t.value AS context
  FROM inputs i
  LEFT JOIN datasets d ON d.dataset_uuid = i.source_id
  LEFT JOIN input_tags t ON t.input_uuid = i.input_uuid AND t.name = 'mlflow.data.context'
  WHERE i.source_type = 'DATASET' AND i.destination_type = 'RUN' AND i.destination_id ${ofPage}
  ORDER BY i.rowid`;

const modelColumns = (schema: SqliteSchema): string => `
  m.name, m.lifecycle_stage, m.artifact_location, m.experiment_id,
  e.lifecycle_stage AS experiment_stage, ${schema.column("experiments", "e", "workspace")} AS workspace`;

/** In both kinds of row the run is on the side that MLflow calls the source, even if the model is upstream. */
const modelsSql = (schema: SqliteSchema): string => `
  SELECT i.source_id AS run_uuid, i.source_type AS link, i.input_uuid, i.destination_id AS model_id, ${modelColumns(schema)}
  FROM inputs i
  LEFT JOIN logged_models m ON m.model_id = i.destination_id
  LEFT JOIN experiments e ON e.experiment_id = m.experiment_id
  WHERE i.source_type IN ('RUN_INPUT', 'RUN_OUTPUT') AND i.destination_type IN ('MODEL_INPUT', 'MODEL_OUTPUT') AND i.source_id ${ofPage}
  ORDER BY i.rowid`;

const unlinkedModelSql = (schema: SqliteSchema): string => `
  SELECT ?1 AS run_uuid, CASE WHEN m.source_run_id = ?1 THEN 'RUN_OUTPUT' ELSE 'MEASURED' END AS link, m.model_id, ${modelColumns(schema)}
  FROM logged_models m LEFT JOIN experiments e ON e.experiment_id = m.experiment_id
  WHERE m.model_id = ?2`;

/** The newest point of each metric of a model on a dataset. */
const newestOf = (from: string): string => `
  SELECT run_uuid, model_id, model_name, metric_name, metric_value, metric_step, metric_timestamp_ms, dataset_name, dataset_digest
  FROM (
    SELECT p.run_id AS run_uuid, p.model_id, m.name AS model_name, p.metric_name, p.metric_value, p.metric_step, p.metric_timestamp_ms,
      p.dataset_name, p.dataset_digest, row_number() OVER (
        PARTITION BY p.run_id, p.model_id, p.metric_name, p.dataset_name, p.dataset_digest
        ORDER BY p.metric_step DESC, p.metric_timestamp_ms DESC, p.metric_value DESC) AS place
    ${from} AND p.dataset_name IS NOT NULL AND p.dataset_digest IS NOT NULL)
  WHERE place = 1`;

const linkedMetricsSql = newestOf(`
    FROM (SELECT DISTINCT source_id, destination_id FROM inputs
      WHERE source_type IN ('RUN_INPUT', 'RUN_OUTPUT') AND source_id ${ofPage} AND destination_type IN ('MODEL_INPUT', 'MODEL_OUTPUT')) link
    CROSS JOIN logged_models m ON m.model_id = link.destination_id
    CROSS JOIN logged_model_metrics p ON p.model_id = m.model_id
    WHERE p.run_id = link.source_id`);

const unlinkedMetricsSql = newestOf(`
    FROM logged_models m CROSS JOIN logged_model_metrics p ON p.model_id = m.model_id
    WHERE p.run_id = ?1 AND m.model_id = ?2`);

const unlinkedSql = `
  SELECT run_uuid, model_id FROM (
    SELECT source_run_id AS run_uuid, model_id FROM logged_models WHERE source_run_id IS NOT NULL
    UNION
    SELECT run_id, model_id FROM logged_model_metrics WHERE dataset_name IS NOT NULL)
  WHERE NOT EXISTS (
    SELECT 1 FROM inputs i WHERE i.source_type IN ('RUN_INPUT', 'RUN_OUTPUT') AND i.source_id = run_uuid
      AND i.destination_type IN ('MODEL_INPUT', 'MODEL_OUTPUT') AND i.destination_id = model_id)`;
