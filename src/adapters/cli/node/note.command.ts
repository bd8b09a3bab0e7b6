import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import { findNode } from "../client/find-node.js";
import type { CommandContext } from "../command-context.js";
import { graphql } from "../generated/gql.js";
import { asOption } from "../options.js";

export const addNoteMutation = graphql(`
  mutation CliAddNote($input: AddNoteInput!) {
    addNote(input: $input) {
      id
    }
  }
`);

const examples = `
Examples:
  lineage note run 8f14e45fceea167a --text "Learning rate 0.1 diverges on this data"
  lineage note credit/train@v3 --text "The column age is capped at 90"

lineage show prints the notes of a node. lineage search finds nodes by their notes.`;

/** `lineage note`: adds a note to a node. */
export function addNoteCommand(program: Command, context: CommandContext): void {
  program
    .command("note")
    .description("Add a note to a node")
    .argument("<name...>", "Key, global ID or name of the node")
    .requiredOption("--text <text>", "Text of the note")
    .addOption(asOption())
    .addHelpText("after", examples)
    .action(async (words: string[], { as, text }: { readonly as?: string; readonly text: string }) => {
      const api = context.connect(as);
      const { key } = await findNode(api, words);
      await api.ask(addNoteMutation, { input: { target: { key }, text, idempotencyKey: randomUUID() } });
      context.terminal.answer(`Added a note to ${key}`);
    });
}
