import { settleEndpoints } from "../../src/catalog/deployment/settle-endpoints.js";
import type { FactOutcome } from "../../src/core/facts/fact-plan.js";
import { FactWriter } from "../../src/core/facts/fact-writer.js";
import type { Graph } from "../../src/core/graph/graph.js";
import { Ledger } from "../../src/core/graph/ledger.js";
import { draftFact } from "../../src/adapters/ingest/fact-drafts.js";
import { type FactInput, fact } from "../../src/adapters/ingest/fact.js";

export interface WriteOptions {
  readonly by?: string;
  readonly idempotencyKey?: string | undefined;
}

/** Writes the facts of one request, as the API does it. */
export type Write = (facts: readonly FactInput[], options?: WriteOptions) => Promise<readonly FactOutcome[]>;

/** A writer of its own, as each process has one. */
export function createWrite(graph: Graph, ledger = new Ledger(graph)): Write {
  const writer = new FactWriter(ledger, [settleEndpoints]);
  return (facts, { by = "test", idempotencyKey } = {}) =>
    writer.write({
      by,
      body: facts,
      idempotencyKey,
      facts: facts.map((given) => {
        const checked = fact.parse(given);
        return { operation: checked.operation, draft: (resolve) => draftFact(checked, resolve) };
      }),
    });
}
