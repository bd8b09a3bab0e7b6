import type {
  MlflowStore,
  StoreCounts,
  StoreItem,
  StoredAlias,
  StoredDataset,
  StoredLoggedModel,
  StoredModelVersion,
  StoredRun,
} from "../mlflow-store.js";
import { numberOf, requiredText, textOf } from "./column-value.js";
import {
  aliasesSql,
  danglingInputsSql,
  datasetsSql,
  loggedModelsSql,
  modelVersionsSql,
  outputRunsSql,
} from "./model-rows.js";
import { modifiedAt } from "./file-stamp.js";
import { readRunPage, readUnlinkedModels } from "./run-rows.js";
import { type Query, type Row, SqliteFile } from "./sqlite-file.js";
import { checkSqliteHeader } from "./sqlite-header.js";
import { aliasOf, danglingInputOf, datasetOf, loggedModelOf, modelVersionOf } from "./sqlite-models.js";
import { runsOfPage } from "./sqlite-runs.js";
import { SqliteSchema } from "./sqlite-schema.js";
import { findSources } from "./version-sources.js";

const rowsPerPage = 500;
/** Older schemas have no index by run, so each page scans whole tables. Larger pages mean fewer scans. */
const rowsPerPageWithoutIndex = 5_000;

/** MLflow's SQLite store, read one page at a time in the order in which its rows were written. */
export class SqliteStore implements MlflowStore {
  readonly kind = "sqlite";
  readonly counts: StoreCounts;
  readonly #file: SqliteFile;
  readonly #schema: SqliteSchema;
  readonly #modifiedAt: number;

  private constructor(file: SqliteFile, schema: SqliteSchema, counts: StoreCounts) {
    this.#modifiedAt = modifiedAt(file.path);
    this.#file = file;
    this.#schema = schema;
    this.counts = counts;
  }

  /**
   * Opens a store for reading.
   * @throws InvalidInputError when the file is not an MLflow store, damaged, too old or locked.
   */
  static async open(path: string): Promise<SqliteStore> {
    const file = new SqliteFile(path);
    try {
      return await file.read((query) => {
        checkSqliteHeader(file.path);
        const schema = new SqliteSchema(query);
        const revision = schema.has("alembic_version")
          ? textOf(query("SELECT version_num FROM alembic_version")[0]?.version_num)
          : null;
        schema.check(file.path, revision);
        return new SqliteStore(file, schema, readCounts(query, schema));
      });
    } catch (error) {
      file.close();
      throw error;
    }
  }

  async *datasets(): AsyncGenerator<StoreItem<StoredDataset>> {
    if (this.#schema.has("datasets")) yield* this.#each(datasetsSql(this.#schema), datasetOf);
  }

  async *runs(): AsyncGenerator<StoreItem<StoredRun>> {
    const unlinked = await this.#file.read((query) => readUnlinkedModels(query, this.#schema));
    const limit = ["tags", "params", "latest_metrics"].every((table) => this.#schema.isIndexed(table, "run_uuid"))
      ? rowsPerPage
      : rowsPerPageWithoutIndex;
    for (let after = 0; ;) {
      const page = await this.#file.read((query) => readRunPage(query, this.#schema, unlinked, after, limit));
      yield* runsOfPage(page, this.#modifiedAt);
      if (page.runs.length < limit) break;
      after = lastRowId(page.runs);
    }
    if (this.#schema.has("inputs") && this.#schema.has("datasets"))
      yield* this.#each(danglingInputsSql, danglingInputOf);
  }

  async *loggedModels(): AsyncGenerator<StoreItem<StoredLoggedModel>> {
    if (!this.#schema.has("logged_models")) return;
    const sql = loggedModelsSql(this.#schema);
    for (let after = 0; ;) {
      const { rows, outputs } = await this.#file.read((query) => readModelPage(query, this.#schema, sql, after));
      for (const row of rows) yield loggedModelOf(row, outputs.get(requiredText(row.model_id)) ?? []);
      if (rows.length < rowsPerPage) return;
      after = lastRowId(rows);
    }
  }

  async *modelVersions(): AsyncGenerator<StoreItem<StoredModelVersion>> {
    if (!this.#schema.has("model_versions")) return;
    const sql = modelVersionsSql(this.#schema);
    for (let after = 0; ;) {
      const found = await this.#file.read((query) =>
        query(sql, [after, rowsPerPage]).map((row) => ({ row, sources: findSources(query, this.#schema, row) })),
      );
      for (const { row, sources } of found) yield modelVersionOf(row, sources, this.#modifiedAt);
      if (found.length < rowsPerPage) return;
      after = lastRowId(found.map(({ row }) => row));
    }
  }

  async *aliases(): AsyncGenerator<StoreItem<StoredAlias>> {
    if (this.#schema.has("registered_model_aliases"))
      yield* this.#each(aliasesSql(this.#schema), (row) => aliasOf(row, this.#modifiedAt));
  }

  close(): void {
    this.#file.close();
  }

  /** Pages by row id: each page costs the same, regardless of its position. */
  async *#each<T>(sql: string, itemOf: (row: Row) => StoreItem<T>): AsyncGenerator<StoreItem<T>> {
    for (let after = 0; ;) {
      const rows = await this.#file.read((query) => query(sql, [after, rowsPerPage]));
      for (const row of rows) yield itemOf(row);
      if (rows.length < rowsPerPage) return;
      after = lastRowId(rows);
    }
  }
}

function lastRowId(rows: readonly Row[]): number {
  return numberOf(rows.at(-1)?.row_id) ?? 0;
}

function readModelPage(
  query: Query,
  schema: SqliteSchema,
  sql: string,
  after: number,
): { rows: Row[]; outputs: Map<string, Row[]> } {
  const rows = query(sql, [after, rowsPerPage]);
  const outputs = new Map<string, Row[]>();
  if (rows.length === 0 || !schema.has("inputs")) return { rows, outputs };
  for (const output of query(outputRunsSql, [after, lastRowId(rows)])) {
    const modelId = requiredText(output.model_id);
    outputs.set(modelId, [...(outputs.get(modelId) ?? []), output]);
  }
  return { rows, outputs };
}

function readCounts(query: Query, schema: SqliteSchema): StoreCounts {
  const count = (table: string): number =>
    schema.has(table) ? (numberOf(query(`SELECT count(*) AS n FROM ${table}`)[0]?.n) ?? 0) : 0;
  return {
    datasets: count("datasets"),
    runs: count("runs"),
    loggedModels: count("logged_models"),
    modelVersions: count("model_versions"),
    aliases: count("registered_model_aliases"),
  };
}
