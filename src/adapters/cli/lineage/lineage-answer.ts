import type { NodeLine } from "../client/find-node.js";
import { kindColumn, stubColumn } from "../client/node-columns.js";
import type { Answer } from "../format/answer.js";
import type { Column } from "../format/column.js";
import { describePartial, formatCount, kindWords, plural } from "../format/words.js";
import { graphql } from "../generated/gql.js";
import type { CliLineageQuery, LineageDirection, LineageKind } from "../generated/graphql.js";

export type Lineage = NonNullable<CliLineageQuery["lineage"]>;
type ReachedNode = Lineage["nodes"][number];

export const lineageQuestion = graphql(`
  query CliLineage(
    $key: String!
    $direction: LineageDirection!
    $maxDepth: Int
    $kinds: [LineageKind!]
    $asOf: DateTime
    $limit: Int!
    $withEdges: Boolean!
  ) {
    lineage(
      of: [{ key: $key }]
      direction: $direction
      maxDepth: $maxDepth
      kinds: $kinds
      asOf: $asOf
      limit: $limit
    ) {
      nodes {
        depth
        node {
          ...NodeLine
        }
      }
      edges @include(if: $withEdges) {
        upstreamKey
        downstreamKey
        kind
        role
        inferred
      }
      counts {
        kind
        count
      }
      totalCount
      completeness {
        ...CompletenessFields
      }
    }
  }
`);

/** The lineage of one node in one direction. */
export interface LineageOfNode {
  readonly of: NodeLine;
  readonly direction: LineageDirection;
  readonly asOf: string | null;
  /** The requested kinds; null for all. The counts of the server always include every kind. */
  readonly kinds: readonly LineageKind[] | null;
  readonly lineage: Lineage;
}

/** The answer to "what was it made from?" or "what was made from it?", closest first. */
export function lineageAnswer({ of, direction, asOf, kinds, lineage: found }: LineageOfNode): Answer<ReachedNode> {
  const { nodes, edges, completeness } = found;
  const counts = found.counts.filter(({ kind, count }) => count > 0 && (kinds?.includes(kind) ?? true));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const partial = describePartial(completeness);
  const byKind = counts.map(({ kind, count }) => plural(count, kindWords[kind].replace("-", " "))).join(", ");
  const what = kinds === null ? plural(total, "node") : byKind;
  return {
    headline: [
      `${total === 0 ? "Nothing" : what} ${total > 1 ? "are" : "is"} ${direction.toLowerCase()} of ${kindWords[of.kind].replace("-", " ")} ${of.label}`,
      `${of.key}${asOf === null ? "" : `, as of ${asOf}`}`,
    ],
    columns,
    rows: nodes,
    summary: total === 0 || kinds !== null ? [] : [`${byKind}.`],
    warnings: [
      ...(partial === null ? [] : [partial]),
      ...(nodes.length < total
        ? [`Showing the closest ${formatCount(nodes.length)} of ${formatCount(total)}. Use --limit to show more.`]
        : []),
    ],
    json: {
      of,
      direction,
      asOf,
      kinds,
      counts: found.counts,
      totalCount: found.totalCount,
      completeness,
      shownCount: nodes.length,
      nodes,
      edges,
    },
  };
}

const columns: readonly Column<ReachedNode>[] = [
  { name: "hops", value: ({ depth }) => depth, isNumber: true },
  kindColumn(({ node }) => node),
  { name: "name", value: ({ node }) => node.label },
  { name: "namespace", value: ({ node }) => node.namespace },
  { name: "key", value: ({ node }) => node.key, isDetail: true },
  stubColumn(({ node }) => node),
];
