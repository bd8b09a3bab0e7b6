import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import { CliError } from "../cli-error.js";
import { findEndpoint } from "../client/find-endpoint.js";
import type { CommandContext } from "../command-context.js";
import { exitCode } from "../exit-code.js";
import { type Format, showAnswer } from "../format/answer.js";
import { asOption, formatOption } from "../options.js";
import { type Plan, findCandidate, planAnswer, rollbackMutation, rollbackPlanQuestion } from "./rollback-answer.js";

interface RollbackOptions {
  readonly as?: string;
  readonly format: Format;
  readonly to?: string;
  readonly reason?: string;
  readonly yes?: boolean;
}

const examples = `
Examples:
  lineage rollback churn-api                                     shows the plan and asks
  lineage rollback churn-api --reason "scores doubled" --yes     does not ask
  lineage rollback churn-api --to churn@2                        back to another eligible version

What serves ends as rolled back, and the version gone back to gets all traffic at the same moment.
Ends with 3 where nothing is eligible, where nobody confirmed it, or where something else serves by
then than what the plan showed.`;

/** `lineage rollback`: takes an endpoint back to what served before. */
export function addRollbackCommand(program: Command, context: CommandContext): void {
  program
    .command("rollback")
    .description("take an endpoint back to what served before: shows the plan and asks")
    .argument("<endpoint>", "its name, namespace/name, or its key")
    .option("--to <version>", "another eligible candidate: a version, or a deployment's key or id")
    .option("--reason <text>", "why, for whoever will ask")
    .option("--yes", "do not ask; needs --reason")
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action((name: string, options: RollbackOptions) => rollback(context, name, options));
}

async function rollback(context: CommandContext, name: string, options: RollbackOptions): Promise<void> {
  const { as, format, to } = options;
  const api = context.connect(as);
  const endpoint = await findEndpoint(api, name);
  const { rollbackPlan } = await api.ask(rollbackPlanQuestion, { endpoint });
  const chosen = to === undefined ? null : findCandidate(rollbackPlan, to);
  if (to !== undefined && !chosen)
    throw new CliError(
      `${JSON.stringify(to)} is no candidate of ${endpoint.name}; lineage rollback ${endpoint.name} shows those that there are`,
    );
  const target = chosen?.deployment.key ?? rollbackPlan.target?.deployment.key;
  if (target === undefined) {
    showAnswer(context.terminal, format, planAnswer(rollbackPlan, null));
    return refuse(context, "refused: nothing is eligible, for the reasons above; deploy a release instead");
  }
  if (!options.yes) showAnswer(context.terminal, format, planAnswer(rollbackPlan, chosen));
  const reason = await agreedReason(context, rollbackPlan, options);
  if (reason === null) return refuse(context, "nothing was rolled back: it was not confirmed");
  const input = {
    endpoint,
    to: target,
    serving: rollbackPlan.serving.map(({ key }) => key),
    reason,
    idempotencyKey: randomUUID(),
  };
  const {
    rollback: { status, message, deployment, plan },
  } = await api.ask(rollbackMutation, { input });
  if (status === "REFUSED") {
    showAnswer(context.terminal, format, planAnswer(plan, null));
    return refuse(context, `refused: ${message}`);
  }
  showAnswer(context.terminal, format, {
    headline: [`${endpoint.name} ${message}`],
    columns: [],
    rows: [],
    summary: deployment ? [deployment.key] : [],
    warnings: [],
    json: { status, message, deployment },
  });
}

/** Why, by a person who has seen the plan, or by whoever needs no asking; null where a person has not confirmed it. */
async function agreedReason(
  { terminal }: CommandContext,
  { endpoint }: Plan,
  { reason, yes }: RollbackOptions,
): Promise<string | null> {
  if (yes) {
    if (reason === undefined) throw new CliError("--yes needs --reason, for whoever will ask why");
    return reason;
  }
  if (!terminal.prompt) throw new CliError("nobody can be asked here; give --reason and --yes");
  const typed = await terminal.prompt(`\nType ${JSON.stringify(endpoint.name)} to roll back: `);
  if (typed.trim() !== endpoint.name) return null;
  return reason ?? ((await terminal.prompt("Why: ")).trim() || null);
}

function refuse({ terminal, endWith }: CommandContext, why: string): void {
  terminal.say(why);
  endWith(exitCode.refused);
}
