import type { Command } from "commander";
import { CliError } from "../cli-error.js";
import type { ApiClient } from "../client/api-client.js";
import type { NodeLine } from "../client/find-node.js";
import type { ImpactSubject } from "../client/impact-subject.js";
import { kindColumn } from "../client/node-columns.js";
import type { CommandContext } from "../command-context.js";
import { exitCode } from "../exit-code.js";
import { type Answer, type Format, showAnswer } from "../format/answer.js";
import { plural } from "../format/words.js";
import { withoutDependants } from "../impact/similar-datasets.js";
import { asOption, formatOption } from "../options.js";
import { findTargets } from "./find-targets.js";
import { type AskedPlan, type DeletionPlan, nameTargets, planAnswer, tombstoneMutation } from "./plan-answer.js";
import { askPlan } from "./plan.command.js";

interface ConfirmOptions {
  readonly as?: string;
  readonly format: Format;
  readonly reason: string;
  readonly token?: string;
  readonly yes?: boolean;
  readonly override?: boolean;
}

const examples = `
Examples:
  lineage deletion confirm raw/clickstream@2026-02 --reason "no longer needed"
  lineage deletion confirm raw/clickstream@2026-02 --reason "retention expired" --token 3f1c… --yes

Without --yes, the command shows the plan and asks for confirmation. In a pipeline, take the token
from lineage deletion plan --format json and pass it with --yes. If the impact has changed since
then, nothing is tombstoned. The exit code is 3 if nothing was tombstoned. The command does not
delete the data itself; delete it afterwards.`;

/** Number of blockers shown when a deletion is refused. */
const shownBlockers = 50;

/** `lineage deletion confirm`: records that nodes are deleted, all of them or none. */
export function addConfirmCommand(deletion: Command, context: CommandContext): void {
  deletion
    .command("confirm")
    .description("Record that nodes are deleted, all of them or none, if the plan allows it")
    .argument("<name...>", "Keys, global IDs or names of the nodes")
    .requiredOption("--reason <text>", "Reason for the deletion, stored in the tombstone")
    .option("--token <token>", "Impact token from the plan")
    .option("--yes", "Skip the confirmation prompt; requires --token")
    .option("--override", "Delete despite blockers; requires the role admin")
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action(async (words: string[], options: ConfirmOptions) => {
      const api = context.connect(options.as);
      const targets = await findTargets(api, words);
      const impactToken = await agreedToken(context, api, targets, options);
      if (impactToken === null) return refuse(context, "Nothing was tombstoned: not confirmed.");
      await confirm(context, api, targets, impactToken, options);
    });
}

/**
 * The token of the plan that the user, or a pipeline before this, has agreed to; null if the user has not confirmed.
 */
async function agreedToken(
  { terminal }: CommandContext,
  api: ApiClient,
  targets: readonly ImpactSubject[],
  { token, yes, format }: ConfirmOptions,
): Promise<string | null> {
  if (yes) {
    if (token === undefined)
      throw new CliError("--yes requires --token, the token of the plan. Get it with: lineage deletion plan");
    return token;
  }
  if (!terminal.prompt)
    throw new CliError(
      "cannot ask for confirmation without a terminal. Pass --yes and --token, which lineage deletion plan prints",
    );
  const asked = await askPlan(api, targets, shownBlockers);
  const { plan } = asked;
  showAnswer(terminal, format, planAnswer({ ...asked, next: [] }));
  const name = plan.targets.length === 1 ? nameTargets(plan.targets) : `delete ${plan.targets.length}`;
  const typed = await terminal.prompt(`\nType ${JSON.stringify(name)} to record the deletion: `);
  return typed.trim() === name ? (token ?? plan.impactToken) : null;
}

async function confirm(
  context: CommandContext,
  api: ApiClient,
  targets: readonly ImpactSubject[],
  impactToken: string,
  { reason, override, format }: ConfirmOptions,
): Promise<void> {
  const input = { targets: targets.map(({ ref }) => ref), impactToken, reason, override: override ?? false };
  const {
    tombstone: { status, tombstoned, plan },
  } = await api.ask(tombstoneMutation, { input, limit: shownBlockers });
  switch (status) {
    case "TOMBSTONED":
      return showAnswer(context.terminal, format, tombstonedAnswer(tombstoned, plan));
    case "STALE_IMPACT":
      showAnswer(context.terminal, format, planAnswer(unexamined(plan)));
      return refuse(
        context,
        "Nothing was tombstoned: the impact has changed since the token was issued. Review the current plan above and use its token.",
      );
    case "BLOCKED":
      showAnswer(context.terminal, format, planAnswer(unexamined(plan)));
      return refuse(context, "Nothing was tombstoned: the plan does not allow it.");
  }
}

function unexamined(plan: DeletionPlan): AskedPlan {
  return { plan, lost: null, copies: null, similar: withoutDependants(plan.similarDatasets), next: [] };
}

function refuse({ terminal, endWith }: CommandContext, why: string): void {
  terminal.say(why);
  endWith(exitCode.mustNotDelete);
}

function tombstonedAnswer(tombstoned: readonly NodeLine[], { targets }: DeletionPlan): Answer<NodeLine> {
  const before = targets.length - tombstoned.length;
  return {
    headline: [
      tombstoned.length === 0
        ? "Everything was already tombstoned"
        : `${plural(tombstoned.length, "node")} tombstoned${before > 0 ? `, ${before} already tombstoned` : ""}`,
    ],
    columns: [
      kindColumn((node) => node),
      { name: "name", value: ({ label }) => label },
      { name: "key", value: ({ key }) => key },
    ],
    rows: tombstoned,
    summary: tombstoned.length === 0 ? [] : ["You can now delete the data itself from its storage."],
    warnings: [],
    json: { status: "TOMBSTONED", tombstoned },
  };
}
