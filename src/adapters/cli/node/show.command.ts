import { type Command, Option } from "commander";
import { findNode } from "../client/find-node.js";
import { CliError } from "../cli-error.js";
import type { CommandContext } from "../command-context.js";
import { type Description, describeNode } from "./describe-node.js";
import { printable } from "../format/printable.js";
import { alignColumns } from "../format/table.js";
import { kindWords } from "../format/words.js";
import { askDetails, type NodeDetails } from "./node-details.js";
import { asOption } from "../options.js";
import type { Colors } from "../terminal.js";

interface ShowOptions {
  readonly as?: string;
  readonly format: "text" | "json";
}

const examples = `
Examples:
  lineage show model churn@champion
  lineage show run 8f14e45fceea167a
  lineage show credit/train@v3 --format json`;

/** `lineage show`: everything known about one node. */
export function addShowCommand(program: Command, context: CommandContext): void {
  program
    .command("show")
    .description("Show details of a snapshot, commit, environment, run, model version or deployment")
    .argument("<name...>", "Key, global ID or name of the node")
    .addOption(new Option("--format <format>", "Format of the output").choices(["text", "json"]).default("text"))
    .addOption(asOption())
    .addHelpText("after", examples)
    .action(async (words: string[], { as, format }: ShowOptions) => {
      const api = context.connect(as);
      const { key } = await findNode(api, words);
      const node = await askDetails(api, key);
      if (!node) throw new CliError(`${key} was found but could not be read. Try again`);
      const { terminal } = context;
      terminal.answer(format === "json" ? renderJson(node) : renderNode(node, terminal.colors));
    });
}

/** Renders a node as JSON. Its `kind` identifies its type, so the name of the type in the schema is omitted. */
function renderJson(node: NodeDetails): string {
  return JSON.stringify(node, (name, value: unknown) => (name === "__typename" ? undefined : value), 2);
}

/** Renders a node as text: its values line by line, then its lists. */
export function renderNode(node: NodeDetails, colors: Colors): string {
  const { values, lists }: Description = describeNode(node);
  const title = `${colors.bold(printable(node.label))}  ${kindWords[node.kind]}${node.isStub ? " (stub)" : ""}`;
  const blocks = [
    alignColumns(values, "  "),
    ...lists.map(({ heading, rows }) => `${colors.bold(heading)}\n${alignColumns(rows, "  ")}`),
  ];
  return [title, ...blocks].join("\n\n").replace("\n\n", "\n");
}
