import type { Command } from "commander";
import type { ApiClient } from "../client/api-client.js";
import { findImpactSubject } from "../client/impact-subject.js";
import type { CommandContext } from "../command-context.js";
import { exitCode } from "../exit-code.js";
import { type Format, showAnswer } from "../format/answer.js";
import { type Severity, toWord } from "../format/words.js";
import type { LineageKind } from "../generated/graphql.js";
import {
  type AffectedNode,
  type AskedImpact,
  impactAnswer,
  type ImpactPage,
  impactQuestion,
  reaches,
} from "./impact-answer.js";
import { asOfOption, asOption, formatOption, kindsOption, limitOption, severityOption } from "../options.js";
import { withDependants } from "./similar-datasets.js";
import { pageSizes } from "../client/paging.js";

interface ImpactOptions {
  readonly as?: string;
  readonly format: Format;
  readonly failOn?: Severity;
  readonly minSeverity?: Severity;
  readonly kinds?: readonly LineageKind[];
  readonly asOf?: string;
  readonly limit: number;
  readonly all?: boolean;
}

const examples = `
Examples:
  lineage impact credit/train@v3                     A snapshot, by dataset and version
  lineage impact model churn@champion                A model version, by its alias
  lineage impact run 8f14e45fceea167a                A run, by its ID
  lineage impact snapshot:acme/credit%2Ftrain@v3     Anything, by its key
  lineage impact dataset:acme/credit%2Ftrain         Every snapshot of a dataset, by its key
  lineage impact "package requests<2.32"             Every environment that installs such a version
  lineage impact credit/train@v3 --kinds model-version --format csv > models.csv
  lineage impact credit/train@v3 --fail-on serving-production || echo "do not delete it"

With --fail-on, the exit code is 3 if this severity or a worse one is found, or if the answer is
PARTIAL, since it could then be missing one. Without --fail-on, the exit code of any answer is 0.`;

/** `lineage impact`: everything that depends on a node, worst severity first. */
export function addImpactCommand(program: Command, context: CommandContext): void {
  program
    .command("impact")
    .description("Show what depends on a node, dataset or package, worst severity first")
    .argument("<name...>", "Key, global ID or name of the node")
    .addOption(severityOption("--fail-on", "Exit with code 3 if this severity or a worse one is found"))
    .addOption(severityOption("--min-severity", "Show only this severity and worse ones"))
    .addOption(kindsOption())
    .addOption(asOfOption())
    .addOption(limitOption(50, 10_000))
    .option("--all", "Show all rows; overrides --limit")
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action(async (words: string[], options: ImpactOptions) => {
      const asked = await askImpact(context.connect(options.as), words, options);
      showAnswer(context.terminal, options.format, impactAnswer(asked));
      if (options.failOn) judge(context, options.failOn, asked);
    });
}

async function askImpact(
  api: ApiClient,
  words: readonly string[],
  { asOf, minSeverity, kinds, limit, all }: ImpactOptions,
): Promise<AskedImpact> {
  const of = await findImpactSubject(api, words);
  const affected: AffectedNode[] = [];
  let page: ImpactPage | undefined;
  for (const first of pageSizes(all ? Infinity : limit)) {
    const after: string | null = page?.affected.pageInfo.endCursor ?? null;
    ({ impact: page } = await api.askQuestion(impactQuestion, { of: of.ref, asOf, minSeverity, kinds, first, after }));
    for (const { node } of page.affected.edges) affected.push(node);
    if (!page.affected.pageInfo.hasNextPage) break;
  }
  if (!page) throw new RangeError("a limit below 1");
  const similar = await withDependants(api, page.similarDatasets, asOf);
  return { of, asOf: asOf ?? null, impact: page, affected, totalCount: page.affected.totalCount, similar };
}

function judge(
  { terminal, endWith }: CommandContext,
  failOn: Severity,
  { impact: { severity, completeness } }: AskedImpact,
): void {
  if (reaches(severity, failOn)) {
    terminal.say(`--fail-on ${toWord(failOn)}: found ${toWord(severity)}`);
    endWith(exitCode.failOn);
  } else if (completeness.status === "PARTIAL") {
    terminal.say(`--fail-on ${toWord(failOn)}: cannot be ruled out, since the answer is PARTIAL`);
    endWith(exitCode.failOn);
  }
}
