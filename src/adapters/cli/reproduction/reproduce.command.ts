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
  lineage reproduce model churn@champion                    whether, and what stands in the way
  lineage reproduce model churn@champion --fail-on degraded || echo "could not be rebuilt exactly"
  lineage reproduce model churn@champion --script > rebuild.sh
  less rebuild.sh && DATA=/mnt/data sh rebuild.sh            it installs packages and runs a command: read it first

The exit code is 3 when --fail-on is given and that verdict or a worse one is found.
The script says how it is run, and ends with 0 when it got the recorded metrics again.`;

/** `lineage reproduce`: whether and how a thing could be made again. */
export function addReproduceCommand(program: Command, context: CommandContext): void {
  program
    .command("reproduce")
    .description("whether and how a model version, run, snapshot or what a deployment serves could be made again")
    .argument("<name...>", "a key, a global id or a loose name")
    .option("--script", "print the shell script that rebuilds it, and nothing else")
    .addOption(
      new Option("--fail-on <verdict>", "end with exit code 3 when it is this or worse").choices(["degraded", "lost"]),
    )
    .addOption(asOfOption())
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action(async (words: string[], { as, format, failOn, asOf, script }: ReproduceOptions) => {
      const api = context.connect(as);
      const { key } = await findNode(api, words);
      const { reproduction } = await api.ask(reproductionQuestion, { key, asOf });
      if (script) context.terminal.answer(reproduction.script.trimEnd());
      else showAnswer(context.terminal, format, reproductionAnswer(reproduction));
      if (failOn === undefined || !isAsBadAs(reproduction.verdict, thresholds[failOn])) return;
      context.terminal.say(`--fail-on ${failOn}: it is ${toWord(reproduction.verdict)}`);
      context.endWith(exitCode.failOn);
    });
}
