import { InvalidInputError } from "../../../../core/shared/errors.js";
import type { Query } from "./sqlite-file.js";
import { textOf } from "./column-value.js";

/** The tables that an import requires. All of them exist since MLflow 1.3. */
const neededTables = ["experiments", "runs", "params", "tags", "latest_metrics"];

/** The tables and columns of a store. They differ between versions of MLflow; missing ones are omitted. */
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

  /** True if an index on this column finds rows without a scan of the table. */
  isIndexed(table: string, column: string): boolean {
    return this.#indexed.has(`${table}.${column}`);
  }

  /** The column of an aliased table for a SELECT list, or its substitute if the store's version lacks it. */
  column(table: string, alias: string, column: string, otherwise = "NULL"): string {
    return this.has(table, column) ? `${alias}.${column}` : otherwise;
  }

  /**
   * Refuses a database that is not an MLflow store, or an MLflow store that is too old.
   * @throws InvalidInputError, with the missing tables and how to upgrade the store.
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
      `${path} is an MLflow store of a version before 1.3 (schema ${revision ?? "without revision"}): it has no table ${missing.join(", ")}. Upgrade a copy with: mlflow db upgrade sqlite:///${path}`,
      { path, missing, revision },
    );
  }
}
