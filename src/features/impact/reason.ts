import type { ImpactRow } from "./impact.statements.js";
import { severityOfRank } from "./severity.js";

/** One sentence that a person can act on: what would break, where, and how it hangs together with the cause. */
export function reasonOf(row: ImpactRow): string {
  const from = `${madeHow(row)} ${row.depth} ${row.depth === 1 ? "hop" : "hops"} away`;
  const place = `${row.endpoint ?? "an endpoint"} in ${(row.stage ?? "DEVELOPMENT").toLowerCase()}`;
  const as = row.deploymentTitle ? ` as ${row.deploymentTitle}` : "";
  switch (severityOfRank(row.severity ?? 6)) {
    case "SERVING_PRODUCTION":
    case "SERVING_OTHER":
      return `serves ${percent(row.trafficPercent)} of ${place} since ${day(row.validFrom)}${as}, ${from}`;
    case "ROLLBACK_TARGET":
      return `is what a rollback of ${place} would go back to (served ${day(row.validFrom)} to ${day(row.validTo)}${as}), ${from}`;
    case "PENDING_RELEASE":
      return `has a release under way, ${from}`;
    case "REGISTERED":
      return `is a registered version that serves nowhere, ${from}`;
    case "REPRODUCIBILITY":
      return `still works, but could no longer be rebuilt, ${from}`;
    case "NONE":
      return `was deleted already, ${from}`;
  }
}

/** Of the ways in which a model is made of something, the one that says most comes first. */
const waysOfUse: readonly (readonly [role: RegExp, words: string])[] = [
  [/train/i, "trained on it"],
  [/^code$/, "built from its code"],
  [/^environment$/, "built in it"],
  [/valid|test|eval/i, "evaluated on it"],
];

function madeHow({ uses, depth }: ImpactRow): string {
  if (depth === 0) return "asked about itself,";
  const [use] = uses ?? [];
  if (use === undefined) return "downstream of it";
  return waysOfUse.find(([role]) => uses?.some((used) => role.test(used)))?.[1] ?? `made with it as ${use}`;
}

function day(time: number | null): string {
  return time === null ? "now" : new Date(time).toISOString().slice(0, 10);
}

function percent(share: number | null): string {
  return `${Number((share ?? 0).toFixed(2))} %`;
}
