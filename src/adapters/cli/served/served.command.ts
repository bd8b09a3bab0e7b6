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
  lineage served credit-api                                Current deployments and their inputs
  lineage served credit-api --at 2026-06-20T10:00:00Z      Deployments at that time
  lineage served credit-api --at 2026-06-20T10:00:00Z --decision-key loan-4711
                                                           The version that decided on loan 4711
  lineage served credit-api --at 2026-06-20T10:00:00Z --known-at 2026-06-21T00:00:00Z
                                                           As it was recorded on the next day`;

/** `lineage served`: the model version that made a decision. */
export function addServedCommand(program: Command, context: CommandContext): void {
  program
    .command("served")
    .description("Show which model version served at a time, with its data, commit, parameters and metrics")
    .argument("<endpoint>", "Endpoint: its name, namespace/name or key")
    .addOption(new Option("--at <time>", "Time of the decision (default: now)").argParser(readInstant))
    .addOption(new Option("--known-at <time>", "Use only facts recorded until this time").argParser(readInstant))
    .option("--decision-key <text>", "Key of the decision that selects the version if traffic was split")
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action(async (name: string, { as, format, at, knownAt, decisionKey }: ServedOptions) => {
      const api = context.connect(as);
      const endpoint = await findEndpoint(api, name);
      const { servedAt } = await api.askQuestion(servedQuestion, {
        endpoint,
        at: at ?? new Date().toISOString(),
        knownAt,
        decisionKey,
      });
      showAnswer(context.terminal, format, servedAnswer(servedAt));
    });
}
