import type { SqliteSchema } from "./sqlite-schema.js";

/** The datasets after a row id: one row for each experiment that a dataset was logged in. */
export const datasetsSql = (schema: SqliteSchema): string => `
  SELECT d.rowid AS row_id, d.dataset_uuid, d.name, d.digest, d.dataset_source, d.dataset_profile, ${schema.column("experiments", "e", "workspace")} AS workspace
  FROM datasets d LEFT JOIN experiments e ON e.experiment_id = d.experiment_id
  WHERE d.rowid > ?1 ORDER BY d.rowid LIMIT ?2`;

/** Rows of `inputs` after a row id whose run no longer exists: `mlflow gc` does not remove them. */
export const danglingInputsSql = `
  SELECT i.rowid AS row_id, i.input_uuid, i.source_type, i.source_id, i.destination_id, d.name, d.digest
  FROM inputs i LEFT JOIN datasets d ON i.source_type = 'DATASET' AND d.dataset_uuid = i.source_id
  WHERE i.rowid > ?1
    AND (i.source_type, i.destination_type) IN (VALUES ('DATASET', 'RUN'), ('RUN_INPUT', 'MODEL_INPUT'))
    AND NOT EXISTS (SELECT 1 FROM runs r WHERE r.run_uuid = CASE i.source_type WHEN 'DATASET' THEN i.destination_id ELSE i.source_id END)
  ORDER BY i.rowid LIMIT ?2`;

/** The logged models after a row id, each with the state of the run that logged it. */
export const loggedModelsSql = (schema: SqliteSchema): string => `
  SELECT m.rowid AS row_id, m.model_id, m.name, m.artifact_location, m.creation_timestamp_ms, m.lifecycle_stage, m.source_run_id,
    m.experiment_id, e.lifecycle_stage AS experiment_stage, ${schema.column("experiments", "e", "workspace")} AS workspace,
    ${runStage("m.source_run_id")} AS run_stage
  FROM logged_models m LEFT JOIN experiments e ON e.experiment_id = m.experiment_id
  WHERE m.rowid > ?1 ORDER BY m.rowid LIMIT ?2`;

/** The runs that name a page's logged models as their output. */
export const outputRunsSql = `
  SELECT i.destination_id AS model_id, i.source_id AS run_id, ${runStage("i.source_id")} AS run_stage
  FROM inputs i
  WHERE i.destination_type = 'MODEL_OUTPUT' AND i.source_type = 'RUN_OUTPUT'
    AND i.destination_id IN (SELECT model_id FROM logged_models WHERE rowid > ?1 AND rowid <= ?2)
  ORDER BY i.rowid`;

/** The registered versions after a row id. */
export const modelVersionsSql = (schema: SqliteSchema): string => `
  SELECT v.rowid AS row_id, v.name AS model, v.version, v.creation_time, v.last_updated_time, v.current_stage, v.source, v.run_id,
    ${schema.column("model_versions", "v", "storage_location")} AS storage_location,
    ${schema.column("model_versions", "v", "workspace")} AS version_workspace
  FROM model_versions v
  WHERE v.rowid > ?1 ORDER BY v.rowid LIMIT ?2`;

/** A run by its id, with its stage. */
export const runStageSql = `SELECT r.run_uuid, ${runStage("?1")} AS run_stage FROM runs r WHERE r.run_uuid = ?1`;

/** A logged model by its id. */
export const loggedModelSql = (schema: SqliteSchema): string => `
  SELECT m.model_id, m.name, m.artifact_location, m.lifecycle_stage, m.experiment_id,
    e.lifecycle_stage AS experiment_stage, ${schema.column("experiments", "e", "workspace")} AS workspace
  FROM logged_models m LEFT JOIN experiments e ON e.experiment_id = m.experiment_id
  WHERE m.model_id = ?1`;

/** The aliases after a row id, each with the state of the version that it names. */
export const aliasesSql = (schema: SqliteSchema): string => `
  SELECT a.rowid AS row_id, a.name AS model, a.alias, a.version, ${schema.column("registered_model_aliases", "a", "workspace")} AS workspace,
    v.version AS found, v.last_updated_time, v.current_stage
  FROM registered_model_aliases a LEFT JOIN model_versions v ON v.name = a.name AND v.version = a.version
    ${schema.has("registered_model_aliases", "workspace") ? "AND v.workspace = a.workspace" : ""}
  WHERE a.rowid > ?1 ORDER BY a.rowid LIMIT ?2`;

/** The stage of a run: `deleted` if the run or its experiment is; NULL if it is not in the store. */
function runStage(runId: string): string {
  return `(SELECT CASE WHEN x.lifecycle_stage = 'deleted' THEN 'deleted' ELSE coalesce(r.lifecycle_stage, 'active') END
      FROM runs r LEFT JOIN experiments x ON x.experiment_id = r.experiment_id WHERE r.run_uuid = ${runId})`;
}
