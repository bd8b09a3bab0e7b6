/** The kinds of lineage nodes, by the word that begins their keys. */
export const kindWords = {
  DATASET_SNAPSHOT: "snapshot",
  CODE_COMMIT: "commit",
  ENVIRONMENT: "environment",
  RUN: "run",
  MODEL_VERSION: "model-version",
  DEPLOYMENT: "deployment",
} as const;
export type LineageKind = keyof typeof kindWords;
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
] as const;
export type Severity = (typeof severities)[number];

/** An enum value as it is typed: `serving-production`. */
export function toWord(value: string): string {
  return value.toLowerCase().replaceAll("_", "-");
}

const partialReasons: Readonly<Record<string, string>> = {
  DEPTH_LIMIT: "there is more beyond the depth asked for",
  NODE_BUDGET: "it reached more nodes than the server visits for one question",
  TIME_BUDGET: "it took longer than the server gives one question",
  RESTRICTED: "some of it may not be seen by you",
};

/** Whether an answer is all there is. */
export interface Completeness {
  readonly status: "COMPLETE" | "PARTIAL";
  readonly reason?: string | null | undefined;
  readonly reachedCount: number;
}

/** Why an answer is not all there is, or null where it is. */
export function describePartial({ status, reason, reachedCount }: Completeness): string | null {
  if (status === "COMPLETE") return null;
  const why = partialReasons[reason ?? ""] ?? `reason: ${reason ?? "not given"}`;
  return `This answer is PARTIAL (${why}; ${formatCount(reachedCount)} nodes were reached). What is missing is not known, so it must not be read as all there is.`;
}

/** 1234 as `1,234`, whatever the language of the machine. */
export function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}

/** `1 run`, `2 runs`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** 1,500,000 as `1.5 MB`. */
export function formatBytes(count: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"] as const;
  const power = count < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(count) / 3));
  return power === 0 ? plural(count, "byte") : `${(count / 1_000 ** power).toFixed(1)} ${units[power]}`;
}

/** The warning of a list that shows a part of all there is; none where it shows all. */
export function warnOfMore(shown: number, total: number): string[] {
  return shown < total ? [`${shown} of ${total} are shown; --limit shows more.`] : [];
}
