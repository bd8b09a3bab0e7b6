import type { Colors } from "../terminal.js";

/** One column of an answer, in any format. */
export interface Column<Row> {
  /** The heading: unchanged in CSV, in upper case in a table. */
  readonly name: string;
  readonly value: (row: Row) => string | number;
  /** A remark on the value, which only tables and Markdown show. */
  readonly mark?: (row: Row) => string | null;
  readonly isNumber?: boolean;
  /** Shown only in CSV. */
  readonly isDetail?: boolean;
  /** Takes the remaining width and wraps. */
  readonly isText?: boolean;
  readonly color?: (text: string, row: Row, colors: Colors) => string;
}

/** A cell as people read it: the value and its remark. */
export function markedValue<Row>({ value, mark }: Column<Row>, row: Row): string {
  const remark = mark?.(row) ?? null;
  return remark === null ? String(value(row)) : `${value(row)} ${remark}`;
}
