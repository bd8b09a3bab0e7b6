import { type Command, Option } from "commander";
import { findEndpoint } from "../client/find-endpoint.js";
import type { CommandContext } from "../command-context.js";
import { type Format, showAnswer } from "../format/answer.js";
import { asOption, formatOption, readInstant } from "../options.js";
import { servedAnswer, servedQuestion } from "./served-answer.js";

interface ServedOptions {
  readonly as?: string;
  readonly format: Format;
  readonly at?: string;
  readonly knownAt?: string;
  readonly decisionKey?: string;
}

const examples = `
Examples:
  lineage served credit-api                                      what serves now, and what it is made of
  lineage served credit-api --at 2026-06-20T10:00:00Z            what served last Saturday
  lineage served credit-api --at 2026-06-20T10:00:00Z --decision-key loan-4711
                                                                 which version decided on loan 4711
  lineage served credit-api --at 2026-06-20T10:00:00Z --known-at 2026-06-21T00:00:00Z
                                                                 what would have been answered then`;

/** `lineage served`: which model version made a decision. */
export function addServedCommand(program: Command, context: CommandContext): void {
  program
    .command("served")
    .description("which model version served at an endpoint at a moment, with its data, commit, parameters and metrics")
    .argument("<endpoint>", "its name, namespace/name, or its key")
    .addOption(new Option("--at <time>", "when the decision was made (default: now)").argParser(readInstant))
    .addOption(new Option("--known-at <time>", "answer from what was recorded until then").argParser(readInstant))
    .option("--decision-key <text>", "what the serving code took the decision's hash of, where traffic was split")
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action(async (name: string, { as, format, at, knownAt, decisionKey }: ServedOptions) => {
      const api = context.connect(as);
      const endpoint = await findEndpoint(api, name);
      const { servedAt } = await api.ask(servedQuestion, {
        endpoint,
        at: at ?? new Date().toISOString(),
        knownAt,
        decisionKey,
      });
      showAnswer(context.terminal, format, servedAnswer(servedAt));
    });
}
