import type { StoreProblem } from "../../importers/mlflow/mlflow-store.js";
import type { OpenMlflowStore } from "../../importers/mlflow/open-mlflow-store.js";
import type { Column } from "../format/column.js";
import { printable } from "../format/printable.js";
import { renderTable, type TableStyle } from "../format/table.js";
import { formatCount, plural } from "../format/words.js";
import { ServerError } from "../client/server-error.js";
import type { ImportTally, KindTally, Operation } from "./import-tally.js";

/** How an import ended. */
export type ImportEnd =
  | { readonly kind: "completed" }
  | { readonly kind: "interrupted" }
  | { readonly kind: "failed"; readonly error: Error };

/** The contents of the report at the end of an import. */
export interface ImportReport {
  readonly store: Pick<OpenMlflowStore, "kind" | "path" | "counts" | "progress">;
  readonly namespace: string;
  /** Null on a dry run. */
  readonly server: { readonly url: string; readonly principal: string | null } | null;
  readonly tally: ImportTally;
  readonly end: ImportEnd;
  readonly seconds: number;
}

/** Maximum number of problems in the text report. The JSON report contains all of them. */
export const shownProblems = 20;

const kindNames: Readonly<Record<Operation, string>> = {
  registerDatasetSnapshot: "snapshots",
  registerCodeCommit: "commits",
  registerEnvironment: "environments",
  recordRun: "runs",
  registerModelVersion: "model versions",
  setModelAlias: "aliases",
  defineEndpoint: "endpoints",
  recordDeployment: "deployments",
};

/** Formats the report as JSON. */
export function reportAsJson({ store, namespace, server, tally, end, seconds }: ImportReport): unknown {
  return {
    store: { kind: store.kind, path: store.path, records: store.counts },
    server,
    namespace,
    isDryRun: server === null,
    ended: end.kind,
    error:
      end.kind === "failed"
        ? { message: end.error.message, code: end.error instanceof ServerError ? end.error.code : null }
        : null,
    seconds: Math.round(seconds * 1_000) / 1_000,
    kinds: Object.fromEntries(
      rowsOf(tally).map(({ name, ...counts }) => [name, server === null ? { read: counts.read } : counts]),
    ),
    leftOut: leftOutOf(store.progress),
    usingDeletedCount: tally.usingDeletedCount,
    problemCount: tally.problemCount,
    problems: tally.problems,
    warningCount: tally.warningCount,
    warnings: tally.warnings,
  };
}

/** Formats the report as text. */
export function reportAsText(report: ImportReport, style: TableStyle): string {
  const { store, server, tally } = report;
  const columns = server === null ? readColumns : writtenColumns;
  const rows = rowsOf(tally);
  const leftOut = Object.entries(leftOutOf(store.progress)).filter(([, count]) => count > 0);
  const blocks = [
    headline(report),
    rows.length > 0 ? renderTable(columns, [...rows, total(rows)], style) : "The store contains no records to import.",
    leftOut.map(([name, count]) => `Omitted: ${plural(count, leftOutNames[name] ?? name)}.`).join("\n"),
    usingDeleted(tally),
    problemsAsText(tally),
    warningsAsText(tally),
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

function usingDeleted({ usingDeletedCount: count }: ImportTally): string {
  return count === 0
    ? ""
    : `${plural(count, "imported record refers", "imported records refer")} to deleted nodes; see the ledger for details.`;
}

/** Lists the first problems with their places, and the number of others. Empty if there are none. */
export function problemsAsText({ problems, problemCount }: ImportTally): string {
  return listed("problem", problems, problemCount);
}

/** Lists the first warnings in the same form. */
export function warningsAsText({ warnings, warningCount }: ImportTally): string {
  return listed("warning", warnings, warningCount);
}

function listed(what: string, all: readonly StoreProblem[], count: number): string {
  if (count === 0) return "";
  const shown = all.slice(0, shownProblems).map(({ place, id, why }) => `  ${printable(`${place}, ${id}: ${why}`)}`);
  const more = count - shown.length;
  return [
    `${plural(count, what)}:`,
    ...shown,
    ...(more > 0 ? [`  … and ${formatCount(more)} more; use --json to show all`] : []),
  ].join("\n");
}

/** Describes why an import is incomplete and how to complete it; null if it is complete. */
export function describeEnd({ end, tally, server }: ImportReport): string | null {
  if (end.kind === "completed") return null;
  const why = end.kind === "interrupted" ? "the import was interrupted" : `the import failed: ${end.error.message}`;
  if (server === null) return why;
  return `${why}. ${plural(tally.importedCount, "record was", "records were")} imported before; run the same command again to complete the import`;
}

function headline({ store, namespace, server, end, seconds }: ImportReport): string {
  const what = `${printable(store.path)} (${store.kind === "sqlite" ? "sqlite" : "file store"})`;
  if (server === null)
    return `Read ${what}, namespace ${printable(namespace)}, in ${seconds.toFixed(1)} s. Nothing was written: this was a dry run.`;
  const done = end.kind === "completed" ? "Imported" : "Partly imported";
  return `${done} ${what} into ${server.url}, namespace ${printable(namespace)}${server.principal === null ? "" : `, as ${server.principal}`}, in ${seconds.toFixed(1)} s.`;
}

interface KindRow extends KindTally {
  readonly name: string;
}

function rowsOf({ kinds }: ImportTally): KindRow[] {
  return Object.entries(kindNames).flatMap(([operation, name]) => {
    const found = [...kinds].find(([known]) => known === operation);
    return found ? [{ name, ...found[1] }] : [];
  });
}

function total(rows: readonly KindRow[]): KindRow {
  const sum = (count: keyof KindTally): number => rows.reduce((all, row) => all + row[count], 0);
  return {
    name: "all",
    read: sum("read"),
    new: sum("new"),
    changed: sum("changed"),
    unchanged: sum("unchanged"),
    rejected: sum("rejected"),
  };
}

const leftOutNames: Readonly<Record<string, string>> = {
  deletedRuns: "deleted run",
  deletedLoggedModels: "deleted logged model",
  deletedModelVersions: "deleted model version (MLflow keeps only its number)",
};

function leftOutOf(progress: OpenMlflowStore["progress"]): Record<string, number> {
  return {
    deletedRuns: progress.deletedRunsSkipped,
    deletedLoggedModels: progress.deletedLoggedModelsSkipped,
    deletedModelVersions: progress.deletedModelVersionsSkipped,
  };
}

const nameColumn: Column<KindRow> = { name: "kind", value: ({ name }) => name };
const countColumn = (name: keyof KindTally): Column<KindRow> => ({
  name,
  value: (row) => formatCount(row[name]),
  isNumber: true,
});
const readColumns = [nameColumn, countColumn("read")];
const writtenColumns = [
  nameColumn,
  countColumn("new"),
  countColumn("changed"),
  countColumn("unchanged"),
  countColumn("rejected"),
];
