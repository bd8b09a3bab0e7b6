import type { Command } from "commander";
import type { ApiClient } from "../client/api-client.js";
import type { NodeLine } from "../client/find-node.js";
import { kindColumn, stubColumn } from "../client/node-columns.js";
import type { CommandContext } from "../command-context.js";
import { type Answer, type Format, showAnswer } from "../format/answer.js";
import type { Column } from "../format/column.js";
import { formatCount, plural } from "../format/words.js";
import { graphql } from "../generated/gql.js";
import type { CliSearchQuery, LineageKind } from "../generated/graphql.js";
import { truncation } from "../impact/impact-answer.js";
import { asOption, formatOption, kindsOption, limitOption } from "../options.js";
import { pageSizes } from "../client/paging.js";

export const searchQuestion = graphql(`
  query CliSearch($text: String!, $kinds: [LineageKind!], $first: Int!, $after: String) {
    search(text: $text, kinds: $kinds, first: $first, after: $after) {
      totalCount
      edges {
        node {
          ...NodeLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface SearchOptions {
  readonly as?: string;
  readonly format: Format;
  readonly kinds?: readonly LineageKind[];
  readonly limit: number;
  readonly all?: boolean;
}

const examples = `
Examples:
  lineage search churn
  lineage search feature store --kinds snapshot,run
  lineage search scikit-learn --format json --all

Searches names, versions, keys, digests, parameters, commit messages and notes.`;

/** `lineage search`: finds nodes by words. */
export function addSearchCommand(program: Command, context: CommandContext): void {
  program
    .command("search")
    .description("Search for nodes by names, versions, keys, digests, parameters, commit messages and notes")
    .argument("<text...>", "Words to search for, in any order")
    .addOption(kindsOption())
    .addOption(limitOption(50, 10_000))
    .option("--all", "Show all rows; overrides --limit")
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action(async (words: string[], options: SearchOptions) => {
      const text = words.join(" ");
      const { nodes, totalCount } = await search(context.connect(options.as), text, options);
      showAnswer(context.terminal, options.format, searchAnswer(text, nodes, totalCount));
    });
}

async function search(
  api: ApiClient,
  text: string,
  { kinds, limit, all }: SearchOptions,
): Promise<{ nodes: NodeLine[]; totalCount: number }> {
  const nodes: NodeLine[] = [];
  let page: CliSearchQuery["search"] | undefined;
  for (const first of pageSizes(all ? Infinity : limit)) {
    const after: string | null = page?.pageInfo.endCursor ?? null;
    ({ search: page } = await api.ask(searchQuestion, { text, kinds, first, after }));
    nodes.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) break;
  }
  return { nodes, totalCount: page?.totalCount ?? 0 };
}

/** The server's limit for counting matches. */
const mostCounted = 10_000;

/** The matches, best first, with the keys that other commands accept. */
export function searchAnswer(text: string, nodes: readonly NodeLine[], totalCount: number): Answer<NodeLine> {
  return {
    headline: [`${describeCount(totalCount)} for ${JSON.stringify(text)}`],
    columns,
    rows: nodes,
    summary: [],
    warnings: truncation(nodes.length, totalCount),
    json: { text, totalCount, shownCount: nodes.length, nodes },
  };
}

function describeCount(count: number): string {
  if (count === 0) return "No matches";
  return count < mostCounted ? plural(count, "match", "matches") : `At least ${formatCount(mostCounted)} matches`;
}

const columns: readonly Column<NodeLine>[] = [
  kindColumn((node) => node),
  { name: "name", value: ({ label }) => label },
  { name: "key", value: ({ key }) => key },
  { name: "namespace", value: ({ namespace }) => namespace, isDetail: true },
  stubColumn((node) => node),
];
