import { type Column, markedValue } from "./column.js";
import { printable } from "./printable.js";

/** Formats rows as a table in GitHub Flavored Markdown. Cells are escaped. */
export function renderMarkdown<Row>(all: readonly Column<Row>[], rows: readonly Row[]): string {
  const columns = all.filter(({ isDetail }) => !isDetail);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(({ name }) => name)),
    line(columns.map(({ isNumber }) => (isNumber ? "---:" : "---"))),
    ...rows.map((row) => line(columns.map((column) => escapeMarkdown(markedValue(column, row))))),
  ].join("\n");
}

/** Escapes a text so that Markdown shows it literally and it cannot end a cell or a line. */
export function escapeMarkdown(text: string): string {
  return (
    printable(text)
      // Mentions such as @name and #1 cannot be escaped; an invisible character prevents them.
      .replace(/[\\`*_{}[\]()#+!|~]/g, "\\$&")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replace(/(?<!\w)(@|\\#)(?=\w)/g, "$1&#8203;")
  );
}
