import { InvalidInputError } from "../../../../core/shared/errors.js";
import type { Query } from "./sqlite-file.js";
import { textOf } from "./column-value.js";

/** The tables without which there is nothing to import; all of them are there since MLflow 1.3. */
const neededTables = ["experiments", "runs", "params", "tags", "latest_metrics"];

/** Which tables and columns a store has: MLflow's versions differ, and what an older one lacks is left out. */
export class SqliteSchema {
  readonly #columns: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #indexed: ReadonlySet<string>;

  constructor(query: Query) {
    const columns = new Map<string, Set<string>>();
    for (const row of query(
      "SELECT t.name AS tab, c.name AS col FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'",
    )) {
      const table = textOf(row.tab) ?? "";
      columns.set(table, (columns.get(table) ?? new Set()).add(textOf(row.col) ?? ""));
    }
    this.#columns = columns;
    this.#indexed = new Set(
      query(`SELECT DISTINCT i.tbl_name || '.' || c.name AS col FROM sqlite_master i JOIN pragma_index_info(i.name) c
             WHERE i.type = 'index' AND c.seqno = 0`).map((row) => textOf(row.col) ?? ""),
    );
  }

  has(table: string, column?: string): boolean {
    const columns = this.#columns.get(table);
    return columns !== undefined && (column === undefined || columns.has(column));
  }

  /** True when rows can be found by this column without reading the whole table. */
  isIndexed(table: string, column: string): boolean {
    return this.#indexed.has(`${table}.${column}`);
  }

  /** The column of an aliased table for a SELECT list, or what stands for it where the store's version has none. */
  column(table: string, alias: string, column: string, otherwise = "NULL"): string {
    return this.has(table, column) ? `${alias}.${column}` : otherwise;
  }

  /**
   * Refuses what is not an MLflow store, or one too old.
   * @throws InvalidInputError that says what is missing and how to bring the store up to date.
   */
  check(path: string, revision: string | null): void {
    const missing = neededTables.filter((table) => !this.has(table));
    if (missing.length === 0) return;
    if (!this.has("experiments") || !this.has("runs")) {
      throw new InvalidInputError(
        `${path} is a SQLite database, but not an MLflow store: it has no table ${missing.join(", ")}. Give the file that MLflow's --backend-store-uri names`,
        { path, missing },
      );
    }
    throw new InvalidInputError(
      `${path} is an MLflow store of a version before 1.3 (schema ${revision ?? "without revision"}): it has no table ${missing.join(", ")}. Bring a copy up to date with: mlflow db upgrade sqlite:///${path}`,
      { path, missing, revision },
    );
  }
}
