import { randomUUID } from "node:crypto";
import { type Command, Option } from "commander";
import { findNode } from "../client/find-node.js";
import type { CommandContext } from "../command-context.js";
import { type Format, showAnswer } from "../format/answer.js";
import { graphql } from "../generated/gql.js";
import { readInstant, subcommandsOf } from "../options.js";

export const endDeploymentMutation = graphql(`
  mutation CliEndDeployment($input: EndDeploymentInput!) {
    endDeployment(input: $input) {
      key
      label
      validTo
    }
  }
`);

const examples = `
Examples:
  lineage deployment end churn@3 at churn-api --reason "the service is discontinued"
  lineage deployment end churn@3 at churn-api --at 2026-05-02T10:00:00Z --reason "stopped then"

The deployment ends as retired, and no other deployment starts. To return to an earlier version,
use lineage rollback instead.`;

interface EndOptions {
  readonly as?: string;
  readonly format: Format;
  readonly reason: string;
  readonly at?: string;
}

/** `lineage deployment`: decisions about single deployments. */
export function addDeploymentCommand(program: Command, context: CommandContext): void {
  const deployment = program
    .command("deployment")
    .description("End a deployment without starting another one")
    .addHelpText("after", examples);
  subcommandsOf(deployment, examples)("end <deployment...>", "End a deployment: MODEL@VERSION at ENDPOINT, or its key")
    .requiredOption("--reason <text>", "Reason for the end, stored in the ledger")
    .addOption(new Option("--at <time>", "When it ends or ended (default: now)").argParser(readInstant))
    .action((words: string[], options: EndOptions) => end(context, words, options));
}

async function end(
  context: CommandContext,
  words: readonly string[],
  { as, format, reason, at }: EndOptions,
): Promise<void> {
  const api = context.connect(as);
  const { key } = await findNode(api, words, ["DEPLOYMENT"]);
  const input = { deployment: { key }, at, reason, idempotencyKey: randomUUID() };
  const { endDeployment } = await api.ask(endDeploymentMutation, { input });
  showAnswer(context.terminal, format, {
    headline: [`${endDeployment.label} ended at ${endDeployment.validTo ?? "an unknown time"}`],
    columns: [],
    rows: [],
    summary: [endDeployment.key],
    warnings: [],
    json: { deployment: endDeployment },
  });
}
