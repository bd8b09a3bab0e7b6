import "reflect-metadata";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { roles } from "../../src/core/api/principal.js";
import type { FactOutcome } from "../../src/core/facts/fact-plan.js";
import type { Graph } from "../../src/core/graph/graph.js";
import { Ledger } from "../../src/core/graph/ledger.js";
import { createWriting } from "../../src/services.js";

export interface WriteOptions {
  readonly by?: string;
  readonly idempotencyKey?: string | undefined;
}

/** Writes the facts of one request, as the API does. */
export type Write = (facts: readonly FactInput[], options?: WriteOptions) => Promise<readonly FactOutcome[]>;

/** A separate writer, as in each process. */
export function createWrite(graph: Graph, ledger = new Ledger(graph)): Write {
  const writing = createWriting(ledger);
  return (facts, { by = "test", idempotencyKey } = {}) =>
    writing.factsFor({ name: by, roles: new Set(roles) }, 60_000).write(facts, { idempotencyKey });
}
