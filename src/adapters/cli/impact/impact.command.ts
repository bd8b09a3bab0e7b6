import type { Command } from "commander";
import type { ApiClient } from "../client/api-client.js";
import { findImpactSubject } from "../client/impact-subject.js";
import type { CommandContext } from "../command-context.js";
import { exitCode } from "../exit-code.js";
import { type Format, showAnswer } from "../format/answer.js";
import { type LineageKind, type Severity, toWord } from "../format/words.js";
import {
  type AffectedNode,
  type AskedImpact,
  impactAnswer,
  type ImpactPage,
  impactQuestion,
  reaches,
} from "./impact-answer.js";
import { asOfOption, asOption, formatOption, kindsOption, limitOption, severityOption } from "../options.js";
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
  lineage impact credit/train@v3                     a snapshot, by dataset and version
  lineage impact model churn@champion                a model version, by its alias
  lineage impact run 8f14e45fceea167a                a run, by its id
  lineage impact snapshot:acme/credit%2Ftrain@v3     anything, by its key
  lineage impact dataset:acme/credit%2Ftrain         every snapshot of a dataset, by the dataset's key
  lineage impact "package requests<2.32"             every environment that installs such a version
  lineage impact credit/train@v3 --kinds model-version --format csv > models.csv
  lineage impact credit/train@v3 --fail-on serving-production || echo "do not delete it"

The exit code is 3 when --fail-on is given and that severity or a worse one is found, or when
the answer is PARTIAL, since then nobody knows. Without --fail-on any answer ends with 0.`;

/** `lineage impact`: what depends on a thing, worst first. */
export function addImpactCommand(program: Command, context: CommandContext): void {
  program
    .command("impact")
    .description(
      "what depends on a snapshot, commit, environment, run, model version or deployment; production models first",
    )
    .argument("<name...>", "a key, a global id or a loose name")
    .addOption(severityOption("--fail-on", "end with exit code 3 when this severity or a worse one is found"))
    .addOption(severityOption("--min-severity", "show this severity and worse ones"))
    .addOption(kindsOption())
    .addOption(asOfOption())
    .addOption(limitOption(50, 10_000))
    .option("--all", "show all that is affected, however much")
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
    ({ impact: page } = await api.ask(impactQuestion, { of: of.ref, asOf, minSeverity, kinds, first, after }));
    for (const { node } of page.affected.edges) affected.push(node);
    if (!page.affected.pageInfo.hasNextPage) break;
  }
  if (!page) throw new RangeError("a limit below 1");
  return { of, asOf: asOf ?? null, impact: page, affected, totalCount: page.affected.totalCount };
}

function judge(
  { terminal, endWith }: CommandContext,
  failOn: Severity,
  { impact: { severity, completeness } }: AskedImpact,
): void {
  if (reaches(severity, failOn)) {
    terminal.say(`--fail-on ${toWord(failOn)}: ${toWord(severity)} was found`);
    endWith(exitCode.failOn);
  } else if (completeness.status === "PARTIAL") {
    terminal.say(`--fail-on ${toWord(failOn)}: the answer is PARTIAL, so it cannot be ruled out`);
    endWith(exitCode.failOn);
  }
}
