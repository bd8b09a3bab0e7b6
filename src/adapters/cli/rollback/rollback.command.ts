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
  lineage rollback churn-api                                    Shows the plan and asks
  lineage rollback churn-api --reason "Scores doubled" --yes    Does not ask
  lineage rollback churn-api --to churn@2                       Returns to another eligible version

The current deployments end as rolled back, and the target version gets all traffic at the same
time. The exit code is 3 if no candidate is eligible, if the rollback is not confirmed, or if the
current deployments have changed since the plan was shown.`;

/** `lineage rollback`: returns an endpoint to an earlier deployment. */
export function addRollbackCommand(program: Command, context: CommandContext): void {
  program
    .command("rollback")
    .description("Return an endpoint to an earlier deployment")
    .argument("<endpoint>", "Endpoint: its name, namespace/name or key")
    .option("--to <version>", "Another eligible candidate: a version, or the key or ID of a deployment")
    .option("--reason <text>", "Reason for the rollback")
    .option("--yes", "Skip the confirmation prompt; requires --reason")
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action((name: string, options: RollbackOptions) => rollback(context, name, options));
}

async function rollback(context: CommandContext, name: string, options: RollbackOptions): Promise<void> {
  const { as, format, to } = options;
  const api = context.connect(as);
  const endpoint = await findEndpoint(api, name);
  const { rollbackPlan } = await api.askQuestion(rollbackPlanQuestion, { endpoint });
  const chosen = to === undefined ? null : findCandidate(rollbackPlan, to);
  if (to !== undefined && !chosen)
    throw new CliError(
      `${JSON.stringify(to)} is not a rollback candidate of ${endpoint.name}. List the candidates with: lineage rollback ${endpoint.name}`,
    );
  const target = chosen?.deployment.key ?? rollbackPlan.target?.deployment.key;
  if (target === undefined) {
    showAnswer(context.terminal, format, planAnswer(rollbackPlan, null));
    return refuse(context, "Refused: no candidate is eligible, for the reasons above. Deploy a release instead.");
  }
  if (!options.yes) showAnswer(context.terminal, format, planAnswer(rollbackPlan, chosen));
  const reason = await agreedReason(context, rollbackPlan, options);
  if (reason === null) return refuse(context, "Nothing was rolled back: not confirmed.");
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
    return refuse(context, `Refused: ${message}`);
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

/** The reason, given with --yes or by a user who has confirmed the plan; null if the user has not confirmed it. */
async function agreedReason(
  { terminal }: CommandContext,
  { endpoint }: Plan,
  { reason, yes }: RollbackOptions,
): Promise<string | null> {
  if (yes) {
    if (reason === undefined) throw new CliError("--yes requires --reason");
    return reason;
  }
  if (!terminal.prompt) throw new CliError("cannot ask for confirmation without a terminal. Pass --yes and --reason");
  const typed = await terminal.prompt(`\nType ${JSON.stringify(endpoint.name)} to roll back: `);
  if (typed.trim() !== endpoint.name) return null;
  return reason ?? ((await terminal.prompt("Reason: ")).trim() || null);
}

function refuse({ terminal, endWith }: CommandContext, why: string): void {
  terminal.say(why);
  endWith(exitCode.refused);
}
