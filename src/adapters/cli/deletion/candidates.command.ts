import { type Command, Option } from "commander";
import type { ApiClient } from "../client/api-client.js";
import type { CommandContext } from "../command-context.js";
import { type Answer, type Format, showAnswer } from "../format/answer.js";
import type { Column } from "../format/column.js";
import { formatBytes, plural } from "../format/words.js";
import { graphql } from "../generated/gql.js";
import type { CliDeletionCandidatesQuery } from "../generated/graphql.js";
import { truncation } from "../impact/impact-answer.js";
import { asOption, formatOption, limitOption, readInstant } from "../options.js";
import { pageSizes } from "../client/paging.js";

type Page = CliDeletionCandidatesQuery["deletionCandidates"];
type Candidate = Page["edges"][number]["node"];

export const candidatesQuestion = graphql(`
  query CliDeletionCandidates($namespace: String, $recordedBefore: DateTime, $first: Int!, $after: String) {
    deletionCandidates(namespace: $namespace, recordedBefore: $recordedBefore, first: $first, after: $after) {
      totalCount
      totalBytes
      edges {
        node {
          ...NodeLine
          sizeBytes
          recordedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface CandidatesOptions {
  readonly as?: string;
  readonly format: Format;
  readonly namespace?: string;
  readonly recordedBefore?: string;
  readonly limit: number;
  readonly all?: boolean;
}

/** The options that filter the list. */
type Filter = Pick<CandidatesOptions, "namespace" | "recordedBefore">;

const examples = `
Examples:
  lineage deletion candidates
  lineage deletion candidates --namespace s3://acme-lake --recorded-before 2026-01-01T00:00:00Z
  lineage deletion candidates --format csv --all > candidates.csv

Each snapshot was checked on its own. Before you delete several, check them together with
lineage deletion plan.`;

/** `lineage deletion candidates`: the snapshots that may be deleted, largest first. */
export function addCandidatesCommand(deletion: Command, context: CommandContext): void {
  deletion
    .command("candidates")
    .description("List snapshots that may be deleted, largest first")
    .option("--namespace <name>", "Show only snapshots in this namespace")
    .addOption(
      new Option(
        "--recorded-before <time>",
        "Show only snapshots recorded before this time, for example 2026-05-02T10:00:00Z",
      ).argParser(readInstant),
    )
    .addOption(limitOption(50, 10_000))
    .option("--all", "Show all rows; overrides --limit")
    .addOption(formatOption())
    .addOption(asOption())
    .addHelpText("after", examples)
    .action(async (options: CandidatesOptions) => {
      const { nodes, page } = await askCandidates(context.connect(options.as), options);
      showAnswer(context.terminal, options.format, candidatesAnswer(options, nodes, page));
    });
}

async function askCandidates(api: ApiClient, { namespace, recordedBefore, limit, all }: CandidatesOptions) {
  const nodes: Candidate[] = [];
  let page: Page | undefined;
  for (const first of pageSizes(all ? Infinity : limit)) {
    const after: string | null = page?.pageInfo.endCursor ?? null;
    ({ deletionCandidates: page } = await api.ask(candidatesQuestion, { namespace, recordedBefore, first, after }));
    nodes.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) break;
  }
  return { nodes, page: { totalCount: page?.totalCount ?? 0, totalBytes: page?.totalBytes ?? 0 } };
}

/** The answer to "what may be deleted, and how much space would that free?". */
function candidatesAnswer(
  { namespace, recordedBefore }: Filter,
  nodes: readonly Candidate[],
  { totalCount, totalBytes }: Pick<Page, "totalCount" | "totalBytes">,
): Answer<Candidate> {
  const where = [
    ...(namespace === undefined ? [] : [`in ${namespace}`]),
    ...(recordedBefore === undefined ? [] : [`recorded before ${recordedBefore}`]),
  ].join(" ");
  const count = totalCount === 0 ? "No snapshot" : plural(totalCount, "snapshot");
  return {
    headline: [
      `${count}${where === "" ? "" : ` ${where}`} may be deleted${totalCount === 0 ? "" : `, freeing ${formatBytes(totalBytes)} (known sizes only)`}`,
    ],
    columns,
    rows: nodes,
    summary:
      totalCount === 0
        ? []
        : ["Each snapshot was checked on its own. Check several together with: lineage deletion plan"],
    warnings: truncation(nodes.length, totalCount),
    json: {
      namespace: namespace ?? null,
      recordedBefore: recordedBefore ?? null,
      totalCount,
      totalBytes,
      shownCount: nodes.length,
      candidates: nodes,
    },
  };
}

const columns: readonly Column<Candidate>[] = [
  { name: "size", value: ({ sizeBytes }) => (sizeBytes === null ? "unknown" : formatBytes(sizeBytes)), isNumber: true },
  { name: "name", value: ({ label }) => label },
  { name: "recorded", value: ({ recordedAt }) => recordedAt.slice(0, 10) },
  { name: "namespace", value: ({ namespace }) => namespace },
  { name: "key", value: ({ key }) => key, isDetail: true },
  { name: "bytes", value: ({ sizeBytes }) => sizeBytes ?? "", isDetail: true },
];
