import type { ImpactRow } from "./impact.statements.js";
import { severityOfRank } from "./severity.js";

/** A sentence that explains the severity: what would break, where, and how the node depends on the root. */
export function reasonOf(row: ImpactRow): string {
  const from = dependenceOf(row);
  const place = `${row.endpoint ?? "an endpoint"} in ${(row.stage ?? "DEVELOPMENT").toLowerCase()}`;
  const as = row.deploymentTitle ? ` as ${row.deploymentTitle}` : "";
  switch (severityOfRank(row.severity ?? 6)) {
    case "SERVING_PRODUCTION":
    case "SERVING_OTHER":
      return `serves ${percent(row.trafficPercent)} of ${place} since ${day(row.validFrom)}${as}, ${from}`;
    case "ROLLBACK_TARGET":
      return `is the rollback target of ${place} (served ${day(row.validFrom)} to ${day(row.validTo)}${as}), ${from}`;
    case "PENDING_RELEASE":
      return `has a pending release, ${from}`;
    case "REGISTERED":
      return `is registered but does not serve, ${from}`;
    case "REPRODUCIBILITY":
      return `still works but could not be rebuilt, ${from}`;
    case "NONE":
      return `is already deleted, ${from}`;
  }
}

/** How a run used a root, the most informative role first. */
const waysOfUse: readonly (readonly [role: RegExp, words: string])[] = [
  [/train/i, "trained on it"],
  [/^code$/, "built from this commit"],
  [/^environment$/, "built in this environment"],
  [/valid|test|eval/i, "evaluated on it"],
];

function dependenceOf({ uses, depth }: ImpactRow): string {
  if (depth === 0) return "itself a target";
  const distance = `${depth} ${depth === 1 ? "hop" : "hops"} downstream`;
  const [use] = uses ?? [];
  if (use === undefined) return distance;
  const how = waysOfUse.find(([role]) => uses?.some((used) => role.test(used)))?.[1] ?? `uses it as ${use}`;
  return `${how}, ${distance}`;
}

function day(time: number | null): string {
  return time === null ? "now" : new Date(time).toISOString().slice(0, 10);
}

function percent(share: number | null): string {
  return `${Number((share ?? 0).toFixed(2))}%`;
}
