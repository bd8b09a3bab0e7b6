import { stubColumn, stubMark } from "../client/node-columns.js";
import type { Answer } from "../format/answer.js";
import type { Column } from "../format/column.js";
import { formatCount, plural, toWord } from "../format/words.js";
import { truncation } from "../impact/impact-answer.js";
import type { ListedMetric, ListedRun } from "./runs-question.js";

/** Runs as a table of their parameters and metrics. */
export interface AskedRuns {
  readonly runs: readonly ListedRun[];
  readonly totalCount: number;
  /** The filter for use in a sentence, such as `of experiment credit`; empty for all runs. */
  readonly which: string;
  /** The metric that the runs are sorted by. It is the first column of metrics. */
  readonly sortedBy: string | null;
}

/** Maximum number of columns in a table. CSV and JSON contain all of them. */
const shownMetrics = 5;
const shownParameters = 8;

/** The answer to "what was tried, and what worked?". Differing parameters are columns; common ones are listed once. */
export function runsAnswer({ runs, totalCount, which, sortedBy }: AskedRuns): Answer<ListedRun> {
  const metricNames = namesOf(
    runs.map(({ metrics }) => metrics),
    sortedBy,
  );
  const { differing, common } = compareParameters(runs);
  return {
    headline: [`${totalCount === 0 ? "No run" : plural(totalCount, "run")}${which === "" ? "" : ` ${which}`}`],
    columns: [
      ...leading,
      ...metricNames.map((name, index) => metricColumn(name, index >= shownMetrics)),
      ...differing.map((name, index) => parameterColumn(name, index >= shownParameters)),
      ...common.map(([name]) => parameterColumn(name, true)),
      ...trailing,
    ],
    rows: runs,
    summary: summarize(common, metricNames.length, differing.length),
    warnings: truncation(runs.length, totalCount),
    json: {
      totalCount,
      shownCount: runs.length,
      differingParameters: differing,
      commonParameters: Object.fromEntries(common),
      runs,
    },
  };
}

/**
 * Separates the parameters that differ between the runs from those with one value in all. A missing value counts as
 * different.
 */
export function compareParameters(runs: readonly Pick<ListedRun, "parameters">[]): {
  differing: string[];
  common: [name: string, value: string][];
} {
  const values = new Map<string, string[]>();
  for (const { name, value } of runs.flatMap(({ parameters }) => parameters))
    values.set(name, [...(values.get(name) ?? []), value]);
  const sorted = [...values].sort(([left], [right]) => (left < right ? -1 : 1));
  const isCommon = (given: readonly string[]): boolean => given.length === runs.length && new Set(given).size === 1;
  return {
    differing: sorted.filter(([, given]) => !isCommon(given)).map(([name]) => name),
    common: sorted.flatMap(([name, given]): [string, string][] => (isCommon(given) ? [[name, given[0] ?? ""]] : [])),
  };
}

/** The value of a metric that the API sorts by: that of the entire run, else the newest on any dataset. */
export function metricOf(metrics: readonly ListedMetric[], name: string): ListedMetric | null {
  const values = metrics.filter((metric) => metric.name === name);
  return (
    values.find(({ dataset }) => dataset === null) ??
    values.reduce<ListedMetric | null>(
      (newest, metric) => (newest === null || isNewer(metric, newest) ? metric : newest),
      null,
    )
  );
}

function isNewer(one: ListedMetric, other: ListedMetric): boolean {
  const [step, otherStep] = [one.step ?? -Infinity, other.step ?? -Infinity];
  return step === otherStep ? (one.at ?? "") > (other.at ?? "") : step > otherStep;
}

/** The names of the metrics: first the given one, then by the number of runs that have them. */
function namesOf(lists: readonly (readonly ListedMetric[])[], first: string | null): string[] {
  const counts = new Map<string, number>();
  for (const name of lists.flatMap((metrics) => [...new Set(metrics.map((metric) => metric.name))]))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  const place = (name: string): number => (name === first ? -Infinity : -(counts.get(name) ?? 0));
  return [...counts.keys()].sort((left, right) => place(left) - place(right) || (left < right ? -1 : 1));
}

function summarize(
  common: readonly (readonly [string, string])[],
  metricCount: number,
  differingCount: number,
): string[] {
  const hidden = Math.max(0, metricCount - shownMetrics) + Math.max(0, differingCount - shownParameters);
  const shown = common.slice(0, shownParameters).map(([name, value]) => `${name} = ${value}`);
  const more = common.length > shown.length ? ` and ${formatCount(common.length - shown.length)} more` : "";
  return [
    ...(shown.length > 0 ? [`Same in all runs: ${shown.join(", ")}${more}.`] : []),
    ...(hidden > 0 ? [`Use --format csv or json to show ${plural(hidden, "more column")}.`] : []),
  ];
}

function metricColumn(name: string, isDetail: boolean): Column<ListedRun> {
  return {
    name: `metric:${name}`,
    value: ({ metrics }) => metricOf(metrics, name)?.text ?? "",
    isNumber: true,
    isDetail,
  };
}

function parameterColumn(name: string, isDetail: boolean): Column<ListedRun> {
  return {
    name: `param:${name}`,
    value: ({ parameters }) => parameters.find((parameter) => parameter.name === name)?.value ?? "",
    isDetail,
  };
}

const leading: readonly Column<ListedRun>[] = [
  { name: "run", value: ({ label }) => label, mark: stubMark },
  {
    name: "status",
    value: ({ status }) => toWord(status),
    color: (text, { status }, { red, yellow }) =>
      status === "FAILED" ? red(text) : status === "ABORTED" ? yellow(text) : text,
  },
  { name: "started", value: ({ startedAt }) => startedAt?.replace(/\.\d+Z$/, "Z") ?? "" },
];

const trailing: readonly Column<ListedRun>[] = [
  { name: "id", value: ({ externalId }) => externalId },
  { name: "experiment", value: ({ experiment }) => experiment ?? "", isDetail: true },
  { name: "ended", value: ({ endedAt }) => endedAt ?? "", isDetail: true },
  { name: "by", value: ({ by }) => by ?? "", isDetail: true },
  { name: "commit", value: ({ codeCommit }) => codeCommit?.key ?? "", isDetail: true },
  { name: "key", value: ({ key }) => key, isDetail: true },
  stubColumn((run) => run),
];
