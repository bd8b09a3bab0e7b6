import type { Terminal } from "../terminal.js";
import type { Column } from "./column.js";
import { renderCsv } from "./csv.js";
import { escapeMarkdown, renderMarkdown } from "./markdown.js";
import { printable } from "./printable.js";
import { renderTable } from "./table.js";

export const formats = ["table", "json", "csv", "markdown"] as const;
export type Format = (typeof formats)[number];

/** An answer that can be shown in every format. */
export interface Answer<Row> {
  /** The first lines. */
  readonly headline: readonly string[];
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Totals and conclusions from the rows. */
  readonly summary: readonly string[];
  /** Warnings, shown in every format. */
  readonly warnings: readonly string[];
  readonly json: unknown;
}

/** Shows an answer. With CSV, standard output contains only the rows, and warnings go to standard error. */
export function showAnswer<Row>(terminal: Terminal, format: Format, answer: Answer<Row>): void {
  switch (format) {
    case "json":
      return terminal.answer(JSON.stringify(answer.json, null, 2));
    case "csv":
      terminal.answer(renderCsv(answer.columns, answer.rows));
      return answer.warnings.forEach((warning) => terminal.say(printable(warning)));
    case "markdown":
      return terminal.answer(asMarkdown(answer));
    case "table":
      return terminal.answer(asText(terminal, answer));
  }
}

function asMarkdown<Row>({ headline, columns, rows, summary, warnings }: Answer<Row>): string {
  const blocks = [
    ...headline.map((line, index) => (index === 0 ? `**${escapeMarkdown(line)}**` : escapeMarkdown(line))),
    ...warnings.map((warning) => `> ${escapeMarkdown(warning)}`),
    ...(rows.length > 0 ? [renderMarkdown(columns, rows)] : []),
    ...summary.map(escapeMarkdown),
  ];
  return blocks.join("\n\n");
}

function asText<Row>(terminal: Terminal, { headline, columns, rows, summary, warnings }: Answer<Row>): string {
  const { bold, yellow } = terminal.colors;
  const blocks = [
    headline.map((line, index) => (index === 0 ? bold(printable(line)) : printable(line))),
    rows.length > 0 ? [renderTable(columns, rows, terminal)] : [],
    summary.map(printable),
    warnings.map((warning) => yellow(printable(warning))),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n");
}
