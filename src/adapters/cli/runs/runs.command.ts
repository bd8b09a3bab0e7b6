import { type Command, InvalidArgumentError, Option } from "commander";
import type { ApiClient } from "../client/api-client.js";
import type { CommandContext } from "../command-context.js";
import { type Format, showAnswer } from "../format/answer.js";
import { toWord } from "../format/words.js";
import type { RunOrderField, RunOrderInput, RunStatus } from "../generated/graphql.js";
import { asOption, formatOption, limitOption } from "../options.js";
import { pageSizes } from "../client/paging.js";
import { runsAnswer } from "./runs-answer.js";
import { type ListedRun, type RunsPage, runsQuestion, runStatuses } from "./runs-question.js";

/** The metric or the field of the API's RunOrderInput. */
type Sort = { readonly metric: string } | { readonly field: RunOrderField };

interface NameAndValue {
  readonly name: string;
  readonly value: string;
}

interface RunsOptions {
  readonly as?: string;
  readonly experiment?: string;
  readonly namespace?: string;
  readonly status?: readonly RunStatus[];
  readonly param: readonly NameAndValue[];
  readonly tag: readonly NameAndValue[];
  readonly sort: Sort;
  readonly ascending?: boolean;
  readonly limit: number;
  readonly all?: boolean;
  readonly format: Format;
}

const examples = `
Examples:
  lineage runs --experiment credit --sort metric:auc
  lineage runs --experiment credit --sort metric:loss --ascending --status completed --limit 20
  lineage runs --namespace acme --param model.depth=6 --format csv > runs.csv

Parameters that differ between the runs are shown as columns; all others are listed once. Runs
without the metric are last.`;

/** Small enough for a page of runs with their parameters and metrics to stay within the cost limit of a request. */
const pageSize = 100;

/** `lineage runs`: runs as a table. */
export function addRunsCommand(program: Command, context: CommandContext): void {
  program
    .command("runs")
    .description("List runs with their parameters and metrics")
    .option("--experiment <name>", "Show only runs of this experiment")
    .option("--namespace <name>", "Show only runs in this namespace")
    .option(
      "--status <statuses>",
      `Show only these statuses, separated by commas: ${runStatuses.map(toWord).join(", ")}`,
      readStatuses,
    )
    .option("--param <name=value>", "Show only runs with this parameter value; repeatable", readParameter, [])
    .option("--tag <name=value>", "Show only runs with this tag; repeatable", readParameter, [])
    .addOption(
      new Option("--sort <field>", "Sort by metric:<name>, started, ended or recorded")
        .default({ field: "STARTED_AT" } satisfies Sort, "started")
        .argParser(readSort),
    )
    .option("--ascending", "Sort in ascending order (default: descending)")
    .addOption(limitOption(50, 10_000))
    .option("--all", "Show all rows; overrides --limit")
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action(async (options: RunsOptions) => {
      const { runs, totalCount } = await listRuns(context.connect(options.as), options);
      showAnswer(
        context.terminal,
        options.format,
        runsAnswer({
          runs,
          totalCount,
          which: describeFilter(options),
          sortedBy: "metric" in options.sort ? options.sort.metric : null,
        }),
      );
    });
}

async function listRuns(
  api: ApiClient,
  { experiment, namespace, status, param, tag, sort, ascending, limit, all }: RunsOptions,
): Promise<{ runs: ListedRun[]; totalCount: number }> {
  const filter = { experiment, namespace, status, parameters: param, tags: tag };
  const orderBy: RunOrderInput = { ...sort, direction: ascending ? "ASC" : "DESC" };
  const runs: ListedRun[] = [];
  let page: RunsPage | undefined;
  for (const first of pageSizes(all ? Infinity : limit, pageSize)) {
    const after: string | null = page?.pageInfo.endCursor ?? null;
    ({ runs: page } = await api.ask(runsQuestion, { filter, orderBy, first, after }));
    runs.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) break;
  }
  return { runs, totalCount: page?.totalCount ?? 0 };
}

function describeFilter({ experiment, namespace, status, param, tag }: RunsOptions): string {
  return [
    ...(experiment === undefined ? [] : [`of experiment ${experiment}`]),
    ...(namespace === undefined ? [] : [`in ${namespace}`]),
    ...[...param, ...tag].map(({ name, value }) => `with ${name} = ${value}`),
    ...(status === undefined ? [] : [`(${status.map(toWord).join(", ")})`]),
  ].join(" ");
}

function readSort(text: string): Sort {
  const [, metric] = /^metric:(.+)$/.exec(text) ?? [];
  if (metric !== undefined) return { metric };
  if (text !== "started" && text !== "ended" && text !== "recorded")
    throw new InvalidArgumentError("Expected metric:<name>, started, ended or recorded.");
  return { field: text === "started" ? "STARTED_AT" : text === "ended" ? "ENDED_AT" : "RECORDED_AT" };
}

function readStatuses(text: string): RunStatus[] {
  return text.split(",").map((word) => {
    const status = runStatuses.find((known) => toWord(known) === toWord(word.trim()));
    if (!status)
      throw new InvalidArgumentError(`${JSON.stringify(word)} is not one of ${runStatuses.map(toWord).join(", ")}.`);
    return status;
  });
}

function readParameter(text: string, before: RunsOptions["param"]): RunsOptions["param"] {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("Expected name=value.");
  return [...before, { name: text.slice(0, at), value: text.slice(at + 1) }];
}
