import type { Colors } from "../terminal.js";

/** One column of an answer, in any format. */
export interface Column<Row> {
  /** The heading: unchanged in CSV, in upper case in a table. */
  readonly name: string;
  readonly value: (row: Row) => string | number;
  readonly isNumber?: boolean;
  /** Shown only in CSV. */
  readonly isDetail?: boolean;
  /** Takes the remaining width and wraps. */
  readonly isText?: boolean;
  readonly color?: (text: string, row: Row, colors: Colors) => string;
}
