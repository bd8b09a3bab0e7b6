import { stringify } from "csv-stringify/sync";
import type { Column } from "./column.js";

/** Formats rows as RFC 4180. Prefixes a cell that a spreadsheet would treat as a formula with an apostrophe. */
export function renderCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ value }) => value(row)))];
  return stringify(lines, { escape_formulas: true, record_delimiter: "windows", quoted_match: /[\r\n]/ }).replace(
    /\r\n$/,
    "",
  );
}
