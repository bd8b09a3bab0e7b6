import type { Command } from "commander";
import { CliError } from "../cli-error.js";
import type { ApiClient } from "../client/api-client.js";
import type { NodeLine } from "../client/find-node.js";
import type { ImpactSubject } from "../client/impact-subject.js";
import type { CommandContext } from "../command-context.js";
import { exitCode } from "../exit-code.js";
import { type Answer, type Format, showAnswer } from "../format/answer.js";
import { kindWords, plural } from "../format/words.js";
import { asOption, formatOption } from "../options.js";
import { findTargets } from "./find-targets.js";
import { type DeletionPlan, nameTargets, planAnswer, tombstoneMutation } from "./plan-answer.js";
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
  lineage deletion confirm raw/clickstream@2026-02 --reason "bought for an idea that was dropped"
  lineage deletion confirm raw/clickstream@2026-02 --reason "retention is over" --token 3f1c… --yes

Without --yes the plan is shown, and a person must confirm it. A pipeline takes the token from
lineage deletion plan --format json and gives it with --yes: where anything has changed since,
nothing is tombstoned. Ends with 3 where nothing was tombstoned. The bytes are not touched:
delete them afterwards.`;

/** As many blockers as are shown where a deletion is refused. */
const shownBlockers = 50;

/** `lineage deletion confirm`: records that things are deleted, all of them or none. */
export function addConfirmCommand(deletion: Command, context: CommandContext): void {
  deletion
    .command("confirm")
    .description("record that things are deleted, all of them or none, where the plan allows it")
    .argument("<name...>", "keys, global ids or loose names")
    .requiredOption("--reason <why>", "why, for whoever finds the tombstone")
    .option("--token <token>", "from the plan that was looked at")
    .option("--yes", "do not ask; needs --token")
    .option("--override", "although something stands against it; takes the role admin")
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action(async (words: string[], options: ConfirmOptions) => {
      const api = context.connect(options.as);
      const targets = await findTargets(api, words);
      const impactToken = await agreedToken(context, api, targets, options);
      if (impactToken === null) return refuse(context, "nothing was tombstoned: it was not confirmed");
      await confirm(context, api, targets, impactToken, options);
    });
}

/** The token of what a person, or a policy before this, has agreed to; null where a person has not. */
async function agreedToken(
  { terminal }: CommandContext,
  api: ApiClient,
  targets: readonly ImpactSubject[],
  { token, yes, format }: ConfirmOptions,
): Promise<string | null> {
  if (yes) {
    if (token === undefined)
      throw new CliError("--yes needs --token, which says what was looked at; lineage deletion plan shows it");
    return token;
  }
  if (!terminal.prompt)
    throw new CliError("nobody can be asked here; give --token, as lineage deletion plan shows it, and --yes");
  const { plan, lost } = await askPlan(api, targets, shownBlockers);
  showAnswer(terminal, format, planAnswer({ plan, lost, next: [] }));
  const name = plan.targets.length === 1 ? nameTargets(plan.targets) : `delete ${plan.targets.length}`;
  const typed = await terminal.prompt(`\nType ${JSON.stringify(name)} to record that it is deleted: `);
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
      showAnswer(context.terminal, format, planAnswer({ plan, lost: null, next: [] }));
      return refuse(
        context,
        "nothing was tombstoned: what depends on it is not what it was when the token was given. This is the plan as it stands now; look at it, and give its token",
      );
    case "BLOCKED":
      showAnswer(context.terminal, format, planAnswer({ plan, lost: null, next: [] }));
      return refuse(context, "nothing was tombstoned: the plan does not allow it");
  }
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
        ? "All of it had been tombstoned before"
        : `${plural(tombstoned.length, "node is", "nodes are")} tombstoned${before > 0 ? `, and ${before} had been before` : ""}`,
    ],
    columns: [
      { name: "kind", value: ({ kind }) => kindWords[kind] },
      { name: "name", value: ({ label }) => label },
      { name: "key", value: ({ key }) => key },
    ],
    rows: tombstoned,
    summary: tombstoned.length === 0 ? [] : ["Their bytes may be deleted now, by whoever holds them."],
    warnings: [],
    json: { status: "TOMBSTONED", tombstoned },
  };
}
