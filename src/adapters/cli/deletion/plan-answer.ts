import { z } from "zod";
import type { Question } from "../client/api-client.js";
import { type NodeLine, nodeLine } from "../client/find-node.js";
import type { Answer } from "../format/answer.js";
import { describePartial, formatBytes, formatCount, lineageKinds, plural, severities } from "../format/words.js";
import { type AffectedNode, affectedColumns, affectedNode, describeCounts } from "../impact/impact-answer.js";

const target = nodeLine.extend({
  tombstone: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  sizeBytes: z.number().nullish(),
  artifactSizeBytes: z.number().nullish(),
});
const plan = z.object({
  targets: z.array(target),
  verdict: z.enum(["ALLOWED", "BLOCKED", "UNKNOWN"]),
  blockerCount: z.number(),
  blockers: z.array(affectedNode),
  impact: z.object({
    counts: z.array(z.object({ severity: z.enum(severities), kind: z.enum(lineageKinds), count: z.number() })),
    completeness: z.object({
      status: z.enum(["COMPLETE", "PARTIAL"]),
      reason: z.string().nullable(),
      reachedCount: z.number(),
    }),
  }),
  impactToken: z.string(),
});
export type DeletionPlan = z.output<typeof plan>;

const nodeFields = "key kind label namespace";
const planFields = `targets { ${nodeFields} tombstone { at by reason } ... on DatasetSnapshot { sizeBytes } ... on ModelVersion { artifactSizeBytes } }
      verdict blockerCount blockers(limit: $limit) { severity depth reason node { ${nodeFields} } }
      impact { counts { severity kind count } completeness { status reason reachedCount } }
      impactToken`;

export const planQuestion = {
  text: `query CliDeletionPlan($of: [NodeRefInput!]!, $limit: Int!) {
    deletionPlan(of: $of) { ${planFields} }
  }`,
  answer: z.object({ deletionPlan: plan }),
} satisfies Question<unknown>;

const lost = z.object({ reproducibilityLostCount: z.number(), reproducibilityLost: z.array(nodeLine) });

/** Queried separately, since it needs its own traversal. If that fails, the verdict is still valid. */
export const lostQuestion = {
  text: `query CliReproducibilityLost($of: [NodeRefInput!]!, $limit: Int!) {
    deletionPlan(of: $of) { reproducibilityLostCount reproducibilityLost(limit: $limit) { ${nodeFields} } }
  }`,
  answer: z.object({ deletionPlan: lost }),
} satisfies Question<unknown>;

export const tombstoneMutation = {
  text: `mutation CliTombstone($input: TombstoneInput!, $limit: Int!) {
    tombstone(input: $input) { status tombstoned { ${nodeFields} } plan { ${planFields} } }
  }`,
  answer: z.object({
    tombstone: z.object({
      status: z.enum(["TOMBSTONED", "BLOCKED", "STALE_IMPACT"]),
      tombstoned: z.array(nodeLine),
      plan,
    }),
  }),
} satisfies Question<unknown>;

/** The model versions that could no longer be rebuilt, or why they could not be determined. */
export type Lost = z.output<typeof lost> | { readonly problem: string };

/** A deletion plan with everything that its answer shows. */
export interface AskedPlan {
  readonly plan: DeletionPlan;
  readonly lost: Lost | null;
  /** Lines at the end, such as the next command. */
  readonly next: readonly string[];
}

/** The answer to "may it be deleted?": the verdict, then its blockers. */
export function planAnswer({ plan: asked, lost: loses, next }: AskedPlan): Answer<AffectedNode> {
  const {
    targets,
    verdict,
    blockers,
    blockerCount,
    impact: { counts, completeness },
    impactToken,
  } = asked;
  const partial = describePartial(completeness);
  return {
    headline: [headline(asked), ...(targets.length > mostNamed ? [] : targets.map(({ key }) => key))],
    columns: affectedColumns,
    rows: blockers,
    summary: [
      ...(counts.length === 0 && partial === null ? ["Nothing depends on it."] : describeCounts(counts)),
      ...describeLost(loses),
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
    ],
    json: {
      targets,
      verdict,
      blockerCount,
      blockers,
      ...(loses && !("problem" in loses) ? loses : { reproducibilityLostCount: null, reproducibilityLost: null }),
      counts,
      completeness,
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
  const named = nodes.slice(0, mostNamed).map(({ label }) => label);
  const more = count - named.length;
  return [
    `${plural(count, "model version")} could no longer be rebuilt: ${named.join(", ")}${more > 0 ? ` and ${formatCount(more)} more` : ""}.`,
  ];
}

function describeFreed(asked: DeletionPlan): string[] {
  const bytes = freedBytes(asked);
  return bytes === null ? [] : [`Frees ${formatBytes(bytes)} (known sizes only).`];
}

/** Total size of the targets that are not deleted yet; null if no size is known. */
function freedBytes({ targets }: DeletionPlan): number | null {
  const sizes = targets.flatMap(({ tombstone, sizeBytes, artifactSizeBytes }) =>
    tombstone === null ? (sizeBytes ?? artifactSizeBytes ?? []) : [],
  );
  return sizes.length === 0 ? null : sizes.reduce((sum, size) => sum + size, 0);
}

function deletedAlready({ targets }: DeletionPlan): string[] {
  const deleted = targets.filter(({ tombstone }) => tombstone !== null);
  const named = deleted
    .slice(0, mostNamed)
    .map(
      ({ label, tombstone }) =>
        `${label} was already deleted by ${tombstone?.by ?? ""} at ${tombstone?.at ?? ""}: ${tombstone?.reason ?? ""}`,
    );
  return deleted.length > named.length
    ? [...named, `${formatCount(deleted.length - named.length)} more were already deleted.`]
    : named;
}

function notAll(shownCount: number, totalCount: number): string[] {
  return shownCount < totalCount
    ? [`Showing ${formatCount(shownCount)} of ${formatCount(totalCount)} blockers. Use --limit to show more.`]
    : [];
}
