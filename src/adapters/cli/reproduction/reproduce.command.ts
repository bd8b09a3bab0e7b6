import { type Command, Option } from "commander";
import { findNode } from "../client/find-node.js";
import type { CommandContext } from "../command-context.js";
import { exitCode } from "../exit-code.js";
import { type Format, showAnswer } from "../format/answer.js";
import { toWord } from "../format/words.js";
import { asOfOption, asOption, formatOption } from "../options.js";
import { isAsBadAs, reproductionAnswer, reproductionQuestion, type Verdict } from "./reproduction-answer.js";

interface ReproduceOptions {
  readonly as?: string;
  readonly format: Format;
  readonly failOn?: "degraded" | "lost";
  readonly asOf?: string;
  readonly script?: boolean;
}

const thresholds: Readonly<Record<"degraded" | "lost", Verdict>> = { degraded: "DEGRADED", lost: "LOST" };

const examples = `
Examples:
  lineage reproduce model churn@champion                   Whether it can be rebuilt
  lineage reproduce model churn@champion --fail-on degraded || echo "cannot be rebuilt exactly"
  lineage reproduce model churn@champion --script > rebuild.sh
  less rebuild.sh && DATA=/mnt/data sh rebuild.sh          Read the script before you run it

With --fail-on, the exit code is 3 if the verdict is this one or a worse one. The script installs
packages and runs the recorded command. Its comments describe its settings. Its exit code is 0 if it
reproduces the recorded metrics.`;

/** `lineage reproduce`: whether a node can be rebuilt, and how. */
export function addReproduceCommand(program: Command, context: CommandContext): void {
  program
    .command("reproduce")
    .description("Show whether a model version, run, snapshot or deployment can be rebuilt, and how")
    .argument("<name...>", "Key, global ID or name of the node")
    .option("--script", "Print only the shell script that rebuilds it")
    .addOption(
      new Option("--fail-on <verdict>", "Exit with code 3 if the verdict is this one or a worse one").choices([
        "degraded",
        "lost",
      ]),
    )
    .addOption(asOfOption())
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action(async (words: string[], { as, format, failOn, asOf, script }: ReproduceOptions) => {
      const api = context.connect(as);
      const { key } = await findNode(api, words);
      const { reproduction } = await api.askQuestion(reproductionQuestion, { key, asOf });
      if (script) context.terminal.answer(reproduction.script.trimEnd());
      else showAnswer(context.terminal, format, reproductionAnswer(reproduction));
      if (failOn === undefined || !isAsBadAs(reproduction.verdict, thresholds[failOn])) return;
      context.terminal.say(`--fail-on ${failOn}: the verdict is ${toWord(reproduction.verdict)}`);
      context.endWith(exitCode.failOn);
    });
}
