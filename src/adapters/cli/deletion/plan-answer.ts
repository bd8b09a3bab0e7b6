import type { NodeLine } from "../client/find-node.js";
import type { Answer } from "../format/answer.js";
import { describePartial, formatBytes, formatCount, plural } from "../format/words.js";
import { graphql } from "../generated/gql.js";
import type {
  CliPlanCopiesQuery,
  CliReproducibilityLostQuery,
  DeletionPlanFieldsFragment,
} from "../generated/graphql.js";
import { describeBlindSpots } from "../impact/blind-spots.js";
import { type Similar, describeSimilar } from "../impact/similar-datasets.js";
import { type AffectedNode, affectedColumns, describeCounts } from "../impact/impact-answer.js";

export type DeletionPlan = DeletionPlanFieldsFragment;

graphql(`
  fragment DeletionPlanFields on DeletionPlan {
    targets {
      ...NodeLine
      tombstone {
        at
        by
        reason
      }
      ... on DatasetSnapshot {
        sizeBytes
      }
      ... on ModelVersion {
        artifactSizeBytes
      }
    }
    verdict
    blockerCount
    blockers(limit: $limit) {
      ...AffectedNodeFields
    }
    impact {
      counts {
        severity
        kind
        count
      }
      ...BlindSpotFields
      completeness {
        ...CompletenessFields
      }
    }
    aliases {
      name
      version {
        ...NodeLine
      }
    }
    copies {
      ...NodeLine
    }
    duplicates {
      ...NodeLine
    }
    similarDatasets {
      ...SimilarDatasetFields
    }
    impactToken
  }
`);

export const planQuestion = graphql(`
  query CliDeletionPlan($of: [NodeRefInput!]!, $limit: Int!) {
    deletionPlan(of: $of) {
      ...DeletionPlanFields
    }
  }
`);

/** What depends on copies of the targets, queried only if copies exist. */
export const copiesQuestion = graphql(`
  query CliPlanCopies($of: [NodeRefInput!]!) {
    deletionPlan(of: $of) {
      copies {
        ...NodeLine
        impact {
          productionDeployments {
            modelVersion {
              key
            }
          }
        }
      }
    }
  }
`);

/** Queried separately, since it needs its own traversal. If that fails, the verdict is still valid. */
export const lostQuestion = graphql(`
  query CliReproducibilityLost($of: [NodeRefInput!]!, $limit: Int!) {
    deletionPlan(of: $of) {
      reproducibilityLostCount
      reproducibilityLost(limit: $limit) {
        ...NodeLine
      }
    }
  }
`);

export const tombstoneMutation = graphql(`
  mutation CliTombstone($input: TombstoneInput!, $limit: Int!) {
    tombstone(input: $input) {
      status
      tombstoned {
        ...NodeLine
      }
      plan {
        ...DeletionPlanFields
      }
    }
  }
`);

/** The model versions that could no longer be rebuilt, or why they could not be determined. */
export type Lost = NonNullable<CliReproducibilityLostQuery["deletionPlan"]> | { readonly problem: string };

/** Copies with the deployments that serve production because of them. */
export type Copies = NonNullable<CliPlanCopiesQuery["deletionPlan"]>["copies"];

/** A deletion plan with everything that its answer shows. */
export interface AskedPlan {
  readonly plan: DeletionPlan;
  readonly lost: Lost | null;
  /** The copies in other namespaces with what depends on them; null if that is unknown. */
  readonly copies: Copies | null;
  readonly similar: readonly Similar[];
  /** Lines at the end, such as the next command. */
  readonly next: readonly string[];
}

/** The answer to "may it be deleted?": the verdict, then its blockers. */
export function planAnswer({ plan: asked, lost: loses, copies, similar, next }: AskedPlan): Answer<AffectedNode> {
  const { targets, verdict, blockers, blockerCount, aliases, impact, impactToken } = asked;
  const { counts, completeness, blindSpotCount, blindSpots } = impact;
  const partial = describePartial(completeness);
  return {
    headline: [
      headline(asked),
      ...(targets.length > mostNamed ? [] : targets.map(({ key }) => key)),
      ...describeBlindSpots(impact),
    ],
    columns: affectedColumns,
    rows: blockers,
    summary: [
      ...(counts.length === 0 && partial === null ? ["Nothing depends on it."] : describeCounts(counts)),
      ...describeLost(loses),
      ...describeAliases(asked),
      ...describeDuplicates(asked),
      ...describeCopies(asked, copies),
      ...describeFreed(asked),
      `Token: ${impactToken}`,
      ...next,
    ],
    warnings: [
      ...(partial === null ? [] : [partial]),
      ...deletedAlready(asked),
      ...notAll(blockers.length, blockerCount),
      ...(loses && "problem" in loses
        ? [`It is unknown which model versions could no longer be rebuilt: ${loses.problem}`]
        : []),
      ...describeSimilar(similar),
    ],
    json: {
      targets,
      verdict,
      blockerCount,
      blockers,
      ...(loses && !("problem" in loses) ? loses : { reproducibilityLostCount: null, reproducibilityLost: null }),
      counts,
      blindSpotCount,
      blindSpots,
      completeness,
      aliases,
      duplicates: asked.duplicates,
      similarDatasets: similar,
      copies: copies ?? asked.copies,
      freedBytes: freedBytes(asked),
      impactToken,
    },
  };
}

/** Maximum number of names in a line. */
const mostNamed = 5;

function headline({ verdict, blockerCount, targets }: DeletionPlan): string {
  const what = nameTargets(targets);
  switch (verdict) {
    case "ALLOWED":
      return `${what} may be deleted`;
    case "BLOCKED":
      return `${what} must not be deleted: ${plural(blockerCount, "blocker")}`;
    case "UNKNOWN":
      return `It is unknown whether ${what} may be deleted; do not delete it`;
  }
}

/** The name of a single target, or the number of several. */
export function nameTargets(targets: readonly Pick<NodeLine, "label">[]): string {
  const [only, ...others] = targets;
  return only && others.length === 0 ? only.label : plural(targets.length, "node");
}

function describeLost(loses: Lost | null): string[] {
  if (!loses || "problem" in loses || loses.reproducibilityLostCount === 0) return [];
  const { reproducibilityLostCount: count, reproducibilityLost: nodes } = loses;
  const shown = nodes.slice(0, mostNamed).map(({ label }) => label);
  const more = count - shown.length;
  return [
    `${plural(count, "model version")} could no longer be rebuilt: ${shown.join(", ")}${more > 0 ? ` and ${formatCount(more)} more` : ""}.`,
  ];
}

function describeAliases({ aliases }: DeletionPlan): string[] {
  if (aliases.length === 0) return [];
  const labels = aliases.map(({ name, version }) => ({ label: `${name} (${version.label})` }));
  return [
    `${plural(aliases.length, "alias is", "aliases are")} removed with ${aliases.length === 1 ? "its version" : "their versions"}: ${named(labels)}.`,
  ];
}

function describeDuplicates({ duplicates }: DeletionPlan): string[] {
  return duplicates.length === 0 ? [] : [`The same content remains at another place: ${named(duplicates)}.`];
}

function describeCopies({ copies }: DeletionPlan, found: Copies | null): string[] {
  if (copies.length === 0) return [];
  const also = `The same content is also recorded in other namespaces as ${named(copies.map(({ key }) => ({ label: key })))}`;
  if (found === null) return [`${also}. Show what depends on them with: lineage impact KEY`];
  const models = new Set(
    found.flatMap(({ impact }) => impact.productionDeployments.map(({ modelVersion }) => modelVersion.key)),
  );
  return [`${also}, on which ${plural(models.size, "production model depends", "production models depend")}.`];
}

/** The first names, and how many more there are. */
function named(nodes: readonly { readonly label: string }[]): string {
  const shown = nodes.slice(0, mostNamed).map(({ label }) => label);
  const more = nodes.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${formatCount(more)} more` : ""}`;
}

function describeFreed(asked: DeletionPlan): string[] {
  const bytes = freedBytes(asked);
  return bytes === null ? [] : [`Frees ${formatBytes(bytes)} (known sizes only).`];
}

/** Total size of the targets that are not deleted yet; null if no size is known. */
function freedBytes({ targets }: DeletionPlan): number | null {
  const sizes = targets.flatMap((target) => (target.tombstone === null ? (sizeOf(target) ?? []) : []));
  return sizes.length === 0 ? null : sizes.reduce((sum, size) => sum + size, 0);
}

function sizeOf(target: DeletionPlan["targets"][number]): number | null {
  if ("sizeBytes" in target) return target.sizeBytes;
  return "artifactSizeBytes" in target ? target.artifactSizeBytes : null;
}

function deletedAlready({ targets }: DeletionPlan): string[] {
  const deleted = targets.filter(({ tombstone }) => tombstone !== null);
  const lines = deleted
    .slice(0, mostNamed)
    .map(
      ({ label, tombstone }) =>
        `${label} was already deleted by ${tombstone?.by ?? ""} at ${tombstone?.at ?? ""}: ${tombstone?.reason ?? ""}`,
    );
  return deleted.length > lines.length
    ? [...lines, `${formatCount(deleted.length - lines.length)} more were already deleted.`]
    : lines;
}

function notAll(shownCount: number, totalCount: number): string[] {
  return shownCount < totalCount
    ? [`Showing ${formatCount(shownCount)} of ${formatCount(totalCount)} blockers. Use --limit to show more.`]
    : [];
}
