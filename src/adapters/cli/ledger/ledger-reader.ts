import { z } from "zod";
import type { LedgerEntry } from "../../../core/shared/hash-chain.js";
import type { ApiClient, Question } from "../client/api-client.js";

export const ledgerQuestion = {
  text: `query CliLedger($last: Int!, $before: String, $withCount: Boolean!) {
    auditLog(last: $last, before: $before) {
      totalCount @include(if: $withCount)
      pageInfo { hasPreviousPage startCursor }
      edges { node { sequence at by action targets detail previousHash hash } }
    }
  }`,
  answer: z.object({
    auditLog: z.object({
      totalCount: z.number().optional(),
      pageInfo: z.object({ hasPreviousPage: z.boolean(), startCursor: z.string().nullable() }),
      edges: z.array(
        z.object({
          node: z.object({
            sequence: z.number(),
            at: z.iso.datetime(),
            by: z.string(),
            action: z.string(),
            targets: z.array(z.string()),
            detail: z.record(z.string(), z.unknown()),
            previousHash: z.string(),
            hash: z.string(),
          }),
        }),
      ),
    }),
  }),
} satisfies Question<unknown>;

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
    const { auditLog }: z.output<typeof ledgerQuestion.answer> = await api.ask(ledgerQuestion, {
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
