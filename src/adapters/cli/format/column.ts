import type { Colors } from "../terminal.js";

/** One column of an answer, in whatever format it is shown. */
export interface Column<Row> {
  /** As in the first line of CSV; upper case in a table. */
  readonly name: string;
  readonly value: (row: Row) => string | number;
  readonly isNumber?: boolean;
  /** Left out of tables for people, which have no room for it. */
  readonly isDetail?: boolean;
  /** Takes the width that is left, and wraps. */
  readonly isText?: boolean;
  readonly color?: (text: string, row: Row, colors: Colors) => string;
}
