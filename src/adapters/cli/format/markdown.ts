import type { Column } from "./column.js";
import { printable } from "./printable.js";

/** A table of GitHub's Markdown; what others wrote comes out as the characters they wrote. */
export function renderMarkdown<Row>(all: readonly Column<Row>[], rows: readonly Row[]): string {
  const columns = all.filter(({ isDetail }) => !isDetail);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(({ name }) => name)),
    line(columns.map(({ isNumber }) => (isNumber ? "---:" : "---"))),
    ...rows.map((row) => line(columns.map(({ value }) => escapeMarkdown(String(value(row)))))),
  ].join("\n");
}

/** Text that Markdown shows as it stands: no markup, no HTML, no end of a cell or of a line. */
export function escapeMarkdown(text: string): string {
  return (
    printable(text)
      // Markup is escaped first; what a site makes of names and numbers is not markup, and needs something invisible between.
      .replace(/[\\`*_{}[\]()#+!|~]/g, "\\$&")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replace(/(?<!\w)(@|\\#)(?=\w)/g, "$1&#8203;")
  );
}
