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

/** `lineage ledger list`: who did what, about a thing or at all. */
export function addListCommand(ledger: Command, context: CommandContext, examples: string): void {
  ledger
    .command("list")
    .description("who did what, newest first")
    .argument("[about...]", "only what was written about this: a key, or the loose name of a node")
    .option("--by <name>", "only what this person or program did")
    .option("--action <mutation>", "only this, such as rollback, tombstone or deployRelease")
    .addOption(new Option("--since <time>", "from this moment on, such as 2026-05-02T10:00:00Z").argParser(readInstant))
    .addOption(new Option("--until <time>", "before this moment").argParser(readInstant))
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
  // Entries are about endpoints, releases and recalls too, which are no nodes and have a key all the same.
  const target = about.length === 0 ? undefined : parseKey(word) ? word : (await findNode(api, about)).key;
  const { auditLog } = await api.ask(entriesQuestion, { target, by, action, since, until, first: limit });
  showAnswer(context.terminal, format, entriesAnswer(auditLog));
}
