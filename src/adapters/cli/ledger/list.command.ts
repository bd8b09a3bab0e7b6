import { type Command, Option } from "commander";
import { parseKey } from "../../../core/shared/key.js";
import { findNode } from "../client/find-node.js";
import type { CommandContext } from "../command-context.js";
import { type Format, showAnswer } from "../format/answer.js";
import { asOption, formatOption, limitOption, readInstant } from "../options.js";
import { entriesAnswer, entriesQuestion } from "./entries-answer.js";

interface ListOptions {
  readonly as?: string;
  readonly format: Format;
  readonly by?: string;
  readonly action?: string;
  readonly since?: string;
  readonly until?: string;
  readonly limit: number;
}

/** `lineage ledger list`: the entries of the ledger, optionally about one node. */
export function addListCommand(ledger: Command, context: CommandContext, examples: string): void {
  ledger
    .command("list")
    .description("List ledger entries, newest first")
    .argument("[about...]", "Show only entries about this node: its key or name")
    .option("--by <name>", "Show only entries by this principal")
    .option("--action <action>", "Show only this action, for example rollback, tombstone or deployRelease")
    .addOption(
      new Option("--since <time>", "Show only entries from this time on, for example 2026-05-02T10:00:00Z").argParser(
        readInstant,
      ),
    )
    .addOption(new Option("--until <time>", "Show only entries before this time").argParser(readInstant))
    .addOption(limitOption(50, 500))
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action((about: string[], options: ListOptions) => list(context, about, options));
}

async function list(
  context: CommandContext,
  about: readonly string[],
  { as, format, limit, by, action, since, until }: ListOptions,
): Promise<void> {
  const api = context.connect(as);
  const [word = ""] = about;
  // Entries can also be about endpoints, releases and recalls, which have keys but are not lineage nodes.
  const target = about.length === 0 ? undefined : parseKey(word) ? word : (await findNode(api, about)).key;
  const { auditLog } = await api.ask(entriesQuestion, { target, by, action, since, until, first: limit });
  showAnswer(context.terminal, format, entriesAnswer(auditLog));
}
