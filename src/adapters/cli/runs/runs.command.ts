import { type Command, InvalidArgumentError, Option } from "commander";
import type { ApiClient } from "../client/api-client.js";
import type { CommandContext } from "../command-context.js";
import { type Format, showAnswer } from "../format/answer.js";
import { toWord } from "../format/words.js";
import { asOption, formatOption, limitOption } from "../options.js";
import { pageSizes } from "../client/paging.js";
import { runsAnswer } from "./runs-answer.js";
import { type ListedRun, type RunsPage, runsQuestion, type RunStatus, runStatuses } from "./runs-question.js";

/** As the API's RunOrderInput has it. */
type Sort = { readonly metric: string } | { readonly field: "STARTED_AT" | "ENDED_AT" | "RECORDED_AT" };

interface RunsOptions {
  readonly as?: string;
  readonly experiment?: string;
  readonly namespace?: string;
  readonly status?: readonly RunStatus[];
  readonly param: readonly { readonly name: string; readonly value: string }[];
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

Parameters that differ between the runs are columns; those that are the same in all are said once. Runs without the metric come last.`;

/** So that a page, with what hangs on each run, stays below what one question may cost. */
const pageSize = 100;

/** `lineage runs`: experiments as a table. */
export function addRunsCommand(program: Command, context: CommandContext): void {
  program
    .command("runs")
    .description("experiments as a table: what was tried, with which parameters, and what came of it")
    .option("--experiment <name>", "runs of this experiment")
    .option("--namespace <name>", "runs of this namespace")
    .option(
      "--status <statuses>",
      `runs of these statuses, separated by commas: ${runStatuses.map(toWord).join(", ")}`,
      readStatuses,
    )
    .option("--param <name=value>", "runs with this parameter; may be repeated", readParameter, [])
    .addOption(
      new Option("--sort <field>", "metric:<name>, started, ended or recorded")
        .default({ field: "STARTED_AT" } satisfies Sort, "started")
        .argParser(readSort),
    )
    .option("--ascending", "least or earliest first, instead of greatest or latest")
    .addOption(limitOption(50, 10_000))
    .option("--all", "show all, however many")
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
  { experiment, namespace, status, param, sort, ascending, limit, all }: RunsOptions,
): Promise<{ runs: ListedRun[]; totalCount: number }> {
  const filter = { experiment, namespace, status, ...(param.length > 0 && { parameters: param }) };
  const orderBy = { ...sort, direction: ascending ? "ASC" : "DESC" };
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

function describeFilter({ experiment, namespace, status, param }: RunsOptions): string {
  return [
    ...(experiment === undefined ? [] : [`of experiment ${experiment}`]),
    ...(namespace === undefined ? [] : [`in ${namespace}`]),
    ...param.map(({ name, value }) => `with ${name} = ${value}`),
    ...(status === undefined ? [] : [`(${status.map(toWord).join(", ")})`]),
  ].join(" ");
}

function readSort(text: string): Sort {
  const [, metric] = /^metric:(.+)$/.exec(text) ?? [];
  if (metric !== undefined) return { metric };
  if (text !== "started" && text !== "ended" && text !== "recorded")
    throw new InvalidArgumentError("Give metric:<name>, started, ended or recorded.");
  return { field: text === "started" ? "STARTED_AT" : text === "ended" ? "ENDED_AT" : "RECORDED_AT" };
}

function readStatuses(text: string): RunStatus[] {
  return text.split(",").map((word) => {
    const status = runStatuses.find((known) => toWord(known) === toWord(word.trim()));
    if (!status)
      throw new InvalidArgumentError(`${JSON.stringify(word)} is none of ${runStatuses.map(toWord).join(", ")}.`);
    return status;
  });
}

function readParameter(text: string, before: RunsOptions["param"]): RunsOptions["param"] {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("Give name=value.");
  return [...before, { name: text.slice(0, at), value: text.slice(at + 1) }];
}
