import { graphql } from "../generated/gql.js";
import type { CompletenessFieldsFragment, ImpactSeverity, LineageKind } from "../generated/graphql.js";

/** The words for the kinds of lineage nodes, which are also the prefixes of their keys. */
export const kindWords = {
  DATASET_SNAPSHOT: "snapshot",
  CODE_COMMIT: "commit",
  ENVIRONMENT: "environment",
  RUN: "run",
  MODEL_VERSION: "model-version",
  DEPLOYMENT: "deployment",
} as const satisfies Readonly<Record<LineageKind, string>>;
export const lineageKinds = [
  "DATASET_SNAPSHOT",
  "CODE_COMMIT",
  "ENVIRONMENT",
  "RUN",
  "MODEL_VERSION",
  "DEPLOYMENT",
] as const satisfies readonly LineageKind[];

/** Worst first. */
export const severities = [
  "SERVING_PRODUCTION",
  "SERVING_OTHER",
  "ROLLBACK_TARGET",
  "PENDING_RELEASE",
  "REGISTERED",
  "REPRODUCIBILITY",
  "NONE",
] as const satisfies readonly ImpactSeverity[];
export type Severity = (typeof severities)[number];

/** An enum value in its command-line form: `serving-production`. */
export function toWord(value: string): string {
  return value.toLowerCase().replaceAll("_", "-");
}

const partialReasons: Readonly<Record<string, string>> = {
  DEPTH_LIMIT: "more nodes exist beyond the requested depth",
  NODE_BUDGET: "the server's limit of visited nodes was reached",
  TIME_BUDGET: "the server's time limit was reached",
  RESTRICTED: "you do not have permission to see some of the nodes",
  UNPINNED: "environments may or may not install the package",
  UNRECORDED_CONTENT: "the members of folders are not recorded",
};

graphql(`
  fragment CompletenessFields on Completeness {
    status
    reason
    reasons
    reachedCount
    undecidedCount
    undecided(limit: 5) {
      ...NodeLine
    }
  }
`);

/** Whether an answer is complete, with a few of the nodes that could not be decided. */
export type Completeness = CompletenessFieldsFragment;

/** The warning of an incomplete answer; null if the answer is complete. */
export function describePartial(answer: Completeness): string | null {
  const { status, reasons, reachedCount } = answer;
  if (status === "COMPLETE") return null;
  const why = reasons.map((reason) => partialReasons[reason] ?? `reason: ${reason}`).join("; ");
  return `This answer is PARTIAL (${why}; ${formatCount(reachedCount)} nodes were reached). ${describeUndecided(answer)}It is unknown what is missing; do not treat the answer as complete.`;
}

/** Names a few of the undecided nodes. Empty if there are none. */
function describeUndecided({ undecided, undecidedCount }: Completeness): string {
  if (undecidedCount === 0) return "";
  const more = undecidedCount - undecided.length;
  const named = undecided.map(({ label }) => label).join(", ");
  return `${plural(undecidedCount, "node is", "nodes are")} undecided: ${named}${more > 0 ? ` and ${formatCount(more)} more` : ""}. `;
}

/** Formats 1234 as `1,234`, regardless of the locale. */
export function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}

/** `1 run`, `2 runs`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** Formats 1,500,000 as `1.5 MB`. */
export function formatBytes(count: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"] as const;
  const power = count < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(count) / 3));
  return power === 0 ? plural(count, "byte") : `${(count / 1_000 ** power).toFixed(1)} ${units[power]}`;
}

/** The warning of a truncated list; none if the list is complete. */
export function warnOfMore(shown: number, total: number): string[] {
  return shown < total ? [`Showing ${formatCount(shown)} of ${formatCount(total)}. Use --limit to show more.`] : [];
}
