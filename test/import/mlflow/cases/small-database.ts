import { copyFileSync } from "node:fs";
import { join } from "node:path";
import sqlite from "node-sqlite3-wasm";
import { temporaryFolder } from "../temporary-store.js";

/** A time in 2023. */
export const start = 1_700_000_000_000;

/** The tables and columns that the importer reads. */
const schema = [
  "alembic_version (version_num)",
  "experiments (experiment_id INTEGER PRIMARY KEY, name, artifact_location, lifecycle_stage)",
  "runs (run_uuid TEXT PRIMARY KEY, name, source_type, source_name, entry_point_name, user_id, status, start_time, end_time, source_version, lifecycle_stage, artifact_uri, experiment_id)",
  "params (key, value, run_uuid)",
  "tags (key, value, run_uuid)",
  "latest_metrics (key, value, timestamp, step, is_nan, run_uuid)",
  "datasets (dataset_uuid, experiment_id, name, digest, dataset_source_type, dataset_source, dataset_schema, dataset_profile)",
  "inputs (input_uuid, source_type, source_id, destination_type, destination_id, step)",
  "input_tags (input_uuid, name, value)",
  "logged_models (model_id, experiment_id, name, artifact_location, creation_timestamp_ms, last_updated_timestamp_ms, status, lifecycle_stage, source_run_id)",
  "logged_model_metrics (model_id, metric_name, metric_timestamp_ms, metric_step, metric_value, experiment_id, run_id, dataset_uuid, dataset_name, dataset_digest)",
  "registered_models (name)",
  "model_versions (name, version INTEGER, creation_time, last_updated_time, description, user_id, current_stage, source, run_id, status, run_link, storage_location)",
  "registered_model_aliases (name, alias, version INTEGER)",
];

type Value = string | number | null;

/** A small SQLite store that is copied after each change, as a backup is. */
export class SmallDatabase {
  readonly steps: string[] = [];
  readonly #folder = temporaryFolder();
  readonly #path = join(this.#folder, "work.db");

  constructor() {
    this.#do((database) => schema.forEach((table) => database.exec(`CREATE TABLE ${table}`)));
    this.add("alembic_version", { version_num: "small" });
    this.add("experiments", {
      experiment_id: 1,
      name: "e",
      artifact_location: "mlflow-artifacts:/1",
      lifecycle_stage: "active",
    });
  }

  /** Copies the store in its present state. */
  step(): void {
    const path = join(this.#folder, `step${this.steps.length + 1}.db`);
    // Two states of a store are never of the same millisecond.
    for (const begun = Date.now(); Date.now() <= begun + 1;);
    copyFileSync(this.#path, path);
    this.steps.push(path);
  }

  sql(text: string, ...values: readonly Value[]): void {
    this.#do((database) => database.run(text, [...values]));
  }

  add(table: string, row: Readonly<Record<string, Value>>): void {
    const columns = Object.keys(row);
    this.sql(
      `INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map(() => "?").join()})`,
      ...Object.values(row),
    );
  }

  run(
    id: string,
    { name = "r", status = "FINISHED", end = start + 1_000 }: { name?: string; status?: string; end?: number } = {},
  ): void {
    this.add("runs", {
      run_uuid: id,
      name,
      status,
      start_time: start,
      end_time: end,
      lifecycle_stage: "active",
      artifact_uri: `mlflow-artifacts:/1/${id}/artifacts`,
      experiment_id: 1,
      user_id: "ana",
      source_type: "LOCAL",
    });
  }

  uses(run: string, name: string, digest: string): void {
    const id = `${name}-${digest}`;
    this.add("datasets", {
      dataset_uuid: id,
      experiment_id: 1,
      name,
      digest,
      dataset_source_type: "s3",
      dataset_source: '{"uri": "s3://b/t"}',
    });
    this.add("inputs", {
      input_uuid: `${run}${digest}`,
      source_type: "DATASET",
      source_id: id,
      destination_type: "RUN",
      destination_id: run,
      step: 0,
    });
    this.add("input_tags", { input_uuid: `${run}${digest}`, name: "mlflow.data.context", value: "training" });
  }

  loggedModel(id: string, run: string): void {
    this.add("logged_models", {
      model_id: id,
      experiment_id: 1,
      name: "clf",
      artifact_location: `mlflow-artifacts:/1/models/${id}/artifacts`,
      creation_timestamp_ms: start,
      lifecycle_stage: "active",
      source_run_id: run,
    });
    this.add("inputs", {
      input_uuid: `o${id}`,
      source_type: "RUN_OUTPUT",
      source_id: run,
      destination_type: "MODEL_OUTPUT",
      destination_id: id,
      step: 0,
    });
  }

  version(
    version: number,
    source: string,
    { run = null, at = start, stage = "None" }: { run?: string | null; at?: number; stage?: string } = {},
  ): void {
    this.add("model_versions", {
      name: "m",
      version,
      creation_time: at,
      last_updated_time: at,
      current_stage: stage,
      source,
      run_id: run,
      status: "READY",
      storage_location: source,
    });
  }

  alias(version: number): void {
    this.sql("DELETE FROM registered_model_aliases WHERE name = 'm' AND alias = 'champion'");
    this.add("registered_model_aliases", { name: "m", alias: "champion", version });
  }

  #do(work: (database: sqlite.Database) => void): void {
    const database = new sqlite.Database(this.#path);
    try {
      work(database);
    } finally {
      database.close();
    }
  }
}
