import type { Answer } from "../format/answer.js";
import type { Column } from "../format/column.js";
import { plural, warnOfMore } from "../format/words.js";
import { graphql } from "../generated/gql.js";
import type { CliAuditLogQuery } from "../generated/graphql.js";

type Page = CliAuditLogQuery["auditLog"];
type Entry = Page["edges"][number]["node"];

export const entriesQuestion = graphql(`
  query CliAuditLog($target: String, $by: String, $action: String, $since: DateTime, $until: DateTime, $first: Int!) {
    auditLog(target: $target, by: $by, action: $action, since: $since, until: $until, first: $first) {
      totalCount
      edges {
        node {
          sequence
          at
          by
          action
          targets
          detail
          hash
        }
      }
    }
  }
`);

/** Entries of the ledger, newest first. */
export function entriesAnswer({ totalCount, edges }: Page): Answer<Entry> {
  const rows = edges.map(({ node }) => node);
  return {
    headline: [
      totalCount === 0 ? "No ledger entries found" : `${plural(totalCount, "entry", "entries")}, newest first`,
    ],
    columns,
    rows,
    summary: [],
    warnings: warnOfMore(rows.length, totalCount),
    json: { totalCount, entries: rows },
  };
}

const columns: readonly Column<Entry>[] = [
  { name: "sequence", value: ({ sequence }) => sequence, isNumber: true },
  { name: "at", value: ({ at }) => at },
  { name: "by", value: ({ by }) => by },
  { name: "action", value: ({ action }) => action },
  { name: "targets", value: ({ targets }) => describeTargets(targets), isText: true },
  { name: "hash", value: ({ hash }) => hash, isDetail: true },
];

function describeTargets(targets: readonly string[]): string {
  const shown = targets.slice(0, 3).join(", ");
  return targets.length > 3 ? `${shown} and ${targets.length - 3} more` : shown;
}
