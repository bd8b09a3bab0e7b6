import type { Colors } from "../terminal.js";
import { type Column, markedValue } from "./column.js";
import { displayWidth, wrapWords } from "./display-width.js";
import { printable } from "./printable.js";

/** The colors of a table and the width at which it wraps. */
export interface TableStyle {
  readonly columns: number | null;
  readonly colors: Colors;
}

/** The layout of one column, before colors are applied. */
interface Layout {
  readonly width: number;
  readonly isRight: boolean;
}

const gap = "  ";
/** A narrower column is harder to read than one that the terminal wraps. */
const narrowest = 24;

/** Formats rows as a table without borders, so that lines can be searched and cut. */
export function renderTable<Row>(all: readonly Column<Row>[], rows: readonly Row[], style: TableStyle): string {
  const columns = all.filter(({ isDetail }) => !isDetail);
  const names = columns.map(({ name }) => name.toUpperCase());
  const cells = rows.map((row) => columns.map((column) => printable(markedValue(column, row))));
  const widths = fit(columns, widest([names, ...cells]), style.columns);
  const layouts = columns.map(({ isNumber }, index) => ({ width: widths[index] ?? 0, isRight: isNumber ?? false }));
  const lines = rows.flatMap((row, index) => {
    const paint = (text: string, place: number): string => columns[place]?.color?.(text, row, style.colors) ?? text;
    return layOut(cells[index] ?? [], layouts, paint);
  });
  return [...layOut(names, layouts, style.colors.dim), ...lines].join("\n");
}

/** Aligns texts in columns, for lists without headings. */
export function alignColumns(rows: readonly (readonly string[])[], indent: string): string {
  const cells = rows.map((row) => row.map(printable));
  const layouts = widest(cells).map((width) => ({ width, isRight: false }));
  return cells
    .flatMap((row) => layOut(row, layouts, (text) => text))
    .map((line) => indent + line)
    .join("\n");
}

function widest(rows: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, displayWidth(cell));
    });
  return widths;
}

/** Limits the text column to the width that the other columns leave. */
function fit<Row>(
  columns: readonly Column<Row>[],
  widths: readonly number[],
  screen: number | null,
): readonly number[] {
  const place = columns.findIndex(({ isText }) => isText);
  if (screen === null || place < 0) return widths;
  const others = widths.reduce((sum, width, index) => (index === place ? sum : sum + width + gap.length), 0);
  const room = screen - others;
  return room < narrowest ? widths : widths.map((width, index) => (index === place ? Math.min(width, room) : width));
}

/** Formats a row as one or more lines. Colors are applied last, since escape sequences have no width. */
function layOut(
  row: readonly string[],
  layouts: readonly Layout[],
  paint: (text: string, place: number) => string,
): string[] {
  const wrapped = row.map((cell, index) => wrapTo(cell, layouts[index]?.width ?? 0));
  const height = wrapped.reduce((most, { length }) => Math.max(most, length), 1);
  return Array.from({ length: height }, (_, line) => {
    const texts = wrapped.map((lines, place) => {
      const text = lines[line] ?? "";
      const { width, isRight } = layouts[place] ?? { width: 0, isRight: false };
      const space = " ".repeat(Math.max(0, width - displayWidth(text)));
      const painted = text === "" ? "" : paint(text, place);
      return isRight ? space + painted : painted + space;
    });
    return texts.join(gap).trimEnd();
  });
}

function wrapTo(cell: string, width: number): string[] {
  return displayWidth(cell) <= width ? [cell] : wrapWords(cell, width);
}
