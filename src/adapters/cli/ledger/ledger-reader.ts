import type { LedgerEntry } from "../../../core/shared/hash-chain.js";
import type { ApiClient } from "../client/api-client.js";
import { graphql } from "../generated/gql.js";
import type { CliLedgerQuery } from "../generated/graphql.js";

export const ledgerQuestion = graphql(`
  query CliLedger($last: Int!, $before: String, $withCount: Boolean!) {
    auditLog(last: $last, before: $before) {
      totalCount @include(if: $withCount)
      pageInfo {
        hasPreviousPage
        startCursor
      }
      edges {
        node {
          sequence
          at
          by
          action
          targets
          detail
          previousHash
          hash
        }
      }
    }
  }
`);

/** An entry of a batch can have thousands of targets. */
const pageSize = 100;

/** Reads the server's ledger from the first entry on. `onPage` gets the total number of entries at the start. */
export async function* readLedger(
  api: ApiClient,
  onPage: (done: number, total: number) => void,
): AsyncGenerator<LedgerEntry> {
  let before: string | null = null;
  let total = 0;
  for (let done = 0, goesOn = true; goesOn;) {
    const { auditLog }: CliLedgerQuery = await api.ask(ledgerQuestion, {
      last: pageSize,
      before,
      withCount: before === null,
    });
    total = auditLog.totalCount ?? total;
    // The list is ordered newest first.
    for (const { node } of auditLog.edges.toReversed())
      yield { ...node, at: Date.parse(node.at), detail: JSON.stringify(node.detail) };
    done += auditLog.edges.length;
    onPage(done, Math.max(total, done));
    ({ hasPreviousPage: goesOn, startCursor: before } = auditLog.pageInfo);
  }
}
