import { type Command, Option } from "commander";
import { findNode } from "../client/find-node.js";
import type { CommandContext } from "../command-context.js";
import { type Format, showAnswer } from "../format/answer.js";
import type { LineageDirection, LineageKind } from "../generated/graphql.js";
import { lineageAnswer, lineageQuestion } from "./lineage-answer.js";
import { asOfOption, asOption, formatOption, kindsOption, limitOption, readCount } from "../options.js";

interface LineageOptions {
  readonly as?: string;
  readonly format: Format;
  readonly direction: "upstream" | "downstream";
  readonly depth?: number;
  readonly kinds?: readonly LineageKind[];
  readonly asOf?: string;
  readonly limit: number;
}

const examples = `
Examples:
  lineage lineage model churn@champion                     Everything upstream, closest first
  lineage lineage model churn@champion --kinds snapshot    Only the data
  lineage lineage credit/train@v3 --direction downstream --depth 2
  lineage lineage commit 4f2a91 --direction downstream --format json

--kinds selects which nodes are shown. The traversal always follows nodes of every kind.`;

/** `lineage lineage`: what a node was made from, or what was made from it. */
export function addLineageCommand(program: Command, context: CommandContext): void {
  program
    .command("lineage")
    .description("Show what a node was made from (upstream) or what was made from it (downstream)")
    .argument("<name...>", "Key, global ID or name of the node")
    .addOption(
      new Option("--direction <direction>", "Direction of the traversal")
        .choices(["upstream", "downstream"])
        .default("upstream"),
    )
    .addOption(new Option("--depth <hops>", "Maximum number of hops").argParser((text) => readCount(text, 1, 10_000)))
    .addOption(kindsOption())
    .addOption(asOfOption())
    .addOption(limitOption(500, 10_000))
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action(async (words: string[], { as, format, direction, depth, kinds, asOf, limit }: LineageOptions) => {
      const api = context.connect(as);
      const of = await findNode(api, words);
      const way: LineageDirection = direction === "upstream" ? "UPSTREAM" : "DOWNSTREAM";
      const { lineage } = await api.askQuestion(lineageQuestion, {
        key: of.key,
        direction: way,
        maxDepth: depth,
        kinds,
        asOf,
        limit,
        withEdges: format === "json",
      });
      showAnswer(
        context.terminal,
        format,
        lineageAnswer({ of, direction: way, asOf: asOf ?? null, kinds: kinds ?? null, lineage }),
      );
    });
}
