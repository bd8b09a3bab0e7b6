import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import type { NodeLine } from "../client/find-node.js";
import type { CommandContext } from "../command-context.js";
import { type Answer, type Format, showAnswer } from "../format/answer.js";
import { kindWords, plural } from "../format/words.js";
import { graphql } from "../generated/gql.js";
import { asOption, formatOption } from "../options.js";
import { findTargets } from "./find-targets.js";

export const restoreMutation = graphql(`
  mutation CliRestore($input: RestoreInput!) {
    restore(input: $input) {
      ...NodeLine
    }
  }
`);

const examples = `
Examples:
  lineage restore raw/clickstream@2026-02 --reason "recovered from the backup"
  lineage restore model churn@3 raw/clickstream@2026-02 --reason "deleted by mistake"

Ends the tombstones of nodes whose content exists again. The ledger keeps both decisions, and
answers about earlier times still show the tombstones. Aliases of a restored model version are not
set again.`;

interface RestoreOptions {
  readonly as?: string;
  readonly format: Format;
  readonly reason: string;
}

/** `lineage restore`: ends the tombstones of nodes. */
export function addRestoreCommand(program: Command, context: CommandContext): void {
  program
    .command("restore")
    .description("Record that deleted content exists again")
    .argument("<name...>", "Keys, global IDs or names of the nodes")
    .requiredOption("--reason <text>", "Reason for the restore, stored in the ledger")
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action(async (words: string[], { as, format, reason }: RestoreOptions) => {
      const api = context.connect(as);
      const targets = (await findTargets(api, words)).map(({ ref }) => ref);
      const { restore } = await api.ask(restoreMutation, { input: { targets, reason, idempotencyKey: randomUUID() } });
      showAnswer(context.terminal, format, restoredAnswer(restore));
    });
}

function restoredAnswer(restored: readonly NodeLine[]): Answer<NodeLine> {
  return {
    headline: [`${plural(restored.length, "node")} restored`],
    columns: [
      { name: "kind", value: ({ kind }) => kindWords[kind] },
      { name: "name", value: ({ label }) => label },
      { name: "key", value: ({ key }) => key },
    ],
    rows: restored,
    summary: [],
    warnings: [],
    json: { restored },
  };
}
