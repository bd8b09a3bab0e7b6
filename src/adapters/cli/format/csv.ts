import { stringify } from "csv-stringify/sync";
import type { Column } from "./column.js";

/** RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
export function renderCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ value }) => value(row)))];
  return stringify(lines, { escape_formulas: true, record_delimiter: "windows", quoted_match: /[\r\n]/ }).replace(
    /\r\n$/,
    "",
  );
}
