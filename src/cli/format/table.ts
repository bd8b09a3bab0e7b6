import Table from "cli-table3";
import type { Colors } from "../terminal.js";
import type { Column } from "./column.js";
import { printable } from "./printable.js";

/** How a table is drawn: coloured or not, wrapped at a width or not at all. */
export interface TableStyle {
  readonly columns: number | null;
  readonly colors: Colors;
}

const gap = "  ";
/** Below this a wrapped column is harder to read than one that the terminal wraps. */
const narrowest = 24;
const noBorders = {
  "top": "", "top-mid": "", "top-left": "", "top-right": "", "bottom": "", "bottom-mid": "", "bottom-left": "", "bottom-right": "",
  "left": "", "left-mid": "", "mid": "", "mid-mid": "", "right": "", "right-mid": "", "middle": gap,
};

/** Draws columns without borders, so that a line can be selected, searched and cut. */
export function renderTable<Row>(all: readonly Column<Row>[], rows: readonly Row[], style: TableStyle): string {
  const columns = all.filter(({ isDetail }) => !isDetail);
  const cells = rows.map((row) => columns.map(({ value }) => printable(String(value(row)))));
  const table = new Table({
    chars: noBorders,
    style: { "padding-left": 0, "padding-right": 0, "head": [], "border": [] },
    head: columns.map(({ name }) => style.colors.dim(name.toUpperCase())),
    colAligns: columns.map(({ isNumber }) => (isNumber ? "right" : "left")),
    ...wrapping(columns, cells, style.columns),
  });
  rows.forEach((row, index) => {
    table.push(columns.map(({ color }, place) => {
      const text = cells[index]?.[place] ?? "";
      return color ? color(text, row, style.colors) : text;
    }));
  });
  return table.toString().replace(/[^\S\n]+$/gm, "");
}

function wrapping<Row>(columns: readonly Column<Row>[], cells: readonly string[][], width: number | null): { colWidths: (number | null)[]; wordWrap: boolean } | object {
  const place = columns.findIndex(({ isText }) => isText);
  if (width === null || place < 0) return {};
  const others = columns.map(({ name }, index) => (index === place ? 0 : Math.max(name.length, ...cells.map((row) => row[index]?.length ?? 0))));
  const left = width - others.reduce((sum, size) => sum + size, 0) - gap.length * (columns.length - 1);
  const longest = Math.max(columns[place]?.name.length ?? 0, ...cells.map((row) => row[place]?.length ?? 0));
  if (left < narrowest || longest <= left) return {};
  return { colWidths: columns.map((_, index) => (index === place ? left : null)), wordWrap: true };
}
