/** Worst first. The index is the rank that the Cypher statements use. */
export const severities = [
  "SERVING_PRODUCTION",
  "SERVING_OTHER",
  "ROLLBACK_TARGET",
  "PENDING_RELEASE",
  "REGISTERED",
  "REPRODUCIBILITY",
  "NONE",
] as const;
export type ImpactSeverity = (typeof severities)[number];

export function severityOfRank(rank: number): ImpactSeverity {
  return severities[rank] ?? "NONE";
}

export function rankOf(severity: ImpactSeverity): number {
  return severities.indexOf(severity);
}
