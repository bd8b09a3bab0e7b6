import type { ImpactSubject } from "../client/impact-subject.js";
import { kindColumn, stubColumn } from "../client/node-columns.js";
import type { Answer } from "../format/answer.js";
import type { Column } from "../format/column.js";
import { describePartial, formatCount, kindWords, plural, severities, type Severity, toWord } from "../format/words.js";
import { graphql } from "../generated/gql.js";
import type { AffectedNodeFieldsFragment, CliImpactQuery } from "../generated/graphql.js";
import type { Colors } from "../terminal.js";
import { describeBlindSpots } from "./blind-spots.js";
import { type Similar, describeSimilar } from "./similar-datasets.js";

export type ImpactPage = NonNullable<CliImpactQuery["impact"]>;
export type AffectedNode = AffectedNodeFieldsFragment;

graphql(`
  fragment AffectedNodeFields on AffectedNode {
    severity
    depth
    reason
    node {
      ...NodeLine
    }
  }
`);

export const impactQuestion = graphql(`
  query CliImpact(
    $of: NodeRefInput!
    $asOf: DateTime
    $minSeverity: ImpactSeverity
    $kinds: [LineageKind!]
    $first: Int!
    $after: String
  ) {
    impact(of: [$of], asOf: $asOf) {
      severity
      counts {
        severity
        kind
        count
      }
      ...BlindSpotFields
      similarDatasets {
        ...SimilarDatasetFields
      }
      affected(minSeverity: $minSeverity, kinds: $kinds, first: $first, after: $after) {
        totalCount
        edges {
          node {
            ...AffectedNodeFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      completeness {
        ...CompletenessFields
      }
    }
  }
`);

/** An impact, with as many affected nodes as requested. */
export interface AskedImpact {
  readonly of: ImpactSubject;
  readonly asOf: string | null;
  readonly impact: Omit<ImpactPage, "affected">;
  readonly affected: readonly AffectedNode[];
  /** The total number of affected nodes. */
  readonly totalCount: number;
  readonly similar: readonly Similar[];
}

/** Number of production models that depend on the subject, for the headline. */
function countProductionModels({ counts }: Pick<ImpactPage, "counts">): number {
  return counts
    .filter(({ severity, kind }) => severity === "SERVING_PRODUCTION" && kind === "MODEL_VERSION")
    .reduce((sum, { count }) => sum + count, 0);
}

/** Whether this severity or a worse one was found. */
export function reaches(found: Severity, threshold: Severity): boolean {
  return severities.indexOf(found) <= severities.indexOf(threshold);
}

/** The answer to "what depends on it?". */
export function impactAnswer(asked: AskedImpact): Answer<AffectedNode> {
  const {
    of,
    asOf,
    impact: { severity, counts, completeness, blindSpotCount, blindSpots },
    affected,
    totalCount,
    similar,
  } = asked;
  const partial = describePartial(completeness);
  return {
    headline: [headline(asked), ...identity(asked), ...describeBlindSpots(asked.impact)],
    columns: affectedColumns,
    rows: affected,
    summary: [
      ...describeCounts(counts),
      ...(partial === null
        ? [`The answer is complete: ${plural(completeness.reachedCount, "node was", "nodes were")} reached.`]
        : []),
    ],
    warnings: [
      ...(partial === null ? [] : [partial]),
      ...truncation(affected.length, totalCount),
      ...describeSimilar(similar),
    ],
    json: {
      of: of.node ?? of.ref,
      asOf,
      severity,
      productionModels: countProductionModels({ counts }),
      counts,
      blindSpotCount,
      blindSpots,
      similarDatasets: similar,
      completeness,
      totalCount,
      shownCount: affected.length,
      affected,
    },
  };
}

/** The warning of a truncated list; none if the list is complete. */
export function truncation(shownCount: number, totalCount: number): readonly string[] {
  return shownCount < totalCount
    ? [`Showing ${formatCount(shownCount)} of ${formatCount(totalCount)}. Use --limit to show more, or --all.`]
    : [];
}

function identity({ of: { key }, asOf }: AskedImpact): string[] {
  const parts = [...(key === null ? [] : [key]), ...(asOf === null ? [] : [`as of ${asOf}`])];
  return parts.length === 0 ? [] : [parts.join(", ")];
}

function headline({ of: { title: what }, impact: { counts, completeness } }: AskedImpact): string {
  const count = countProductionModels({ counts });
  const isPartial = completeness.status === "PARTIAL";
  if (count > 0)
    return `${isPartial ? "At least " : ""}${plural(count, "production model depends", "production models depend")} on ${what}`;
  if (isPartial) return `No production model that depends on ${what} was found, but the answer is incomplete`;
  return counts.length === 0 ? `Nothing depends on ${what}` : `No production model depends on ${what}`;
}

/** Summarizes the affected nodes by severity; empty if there are none. */
export function describeCounts(counts: ImpactPage["counts"]): string[] {
  if (counts.length === 0) return [];
  const bySeverity = severities.flatMap((severity) => {
    const found = counts.filter((each) => each.severity === severity);
    return found.length === 0
      ? []
      : [
          `${toWord(severity)}: ${found.map(({ kind, count }) => plural(count, kindWords[kind].replace("-", " "))).join(", ")}`,
        ];
  });
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return [`${formatCount(total)} affected. ${bySeverity.join("; ")}.`];
}

function colorSeverity(text: string, { severity }: AffectedNode, { red, yellow, dim }: Colors): string {
  if (severity === "SERVING_PRODUCTION") return red(text);
  if (severity === "SERVING_OTHER" || severity === "ROLLBACK_TARGET" || severity === "PENDING_RELEASE")
    return yellow(text);
  return severity === "REGISTERED" ? text : dim(text);
}

/** The columns of affected nodes. */
export const affectedColumns: readonly Column<AffectedNode>[] = [
  { name: "severity", value: ({ severity }) => toWord(severity), color: colorSeverity },
  kindColumn(({ node }) => node),
  { name: "name", value: ({ node }) => node.label },
  { name: "hops", value: ({ depth }) => depth, isNumber: true },
  { name: "reason", value: ({ reason }) => reason, isText: true },
  { name: "namespace", value: ({ node }) => node.namespace, isDetail: true },
  { name: "key", value: ({ node }) => node.key, isDetail: true },
  stubColumn(({ node }) => node),
];
