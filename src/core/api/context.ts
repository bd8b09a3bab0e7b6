import type { GraphReader, StatementRun } from "../graph/graph.js";
import type { DecisionSink } from "../graph/decisions.js";
import type { FactOutcome } from "../facts/fact-plan.js";
import type { Principal } from "./principal.js";

/** Writes facts on behalf of one request's principal; GraphQL mutations, REST ingest and the example share it. */
export interface FactSink {
  write(
    facts: readonly unknown[],
    options?: { readonly idempotencyKey?: string | undefined },
  ): Promise<readonly FactOutcome[]>;
}

/** What every resolver gets: who asks, how to read, how to write, and this request's loaders. */
export interface RequestContext {
  readonly requestId: string;
  readonly principal: Principal;
  readonly graph: GraphReader;
  readonly facts: FactSink;
  readonly decisions: DecisionSink;
  readonly loaders: Loaders;
  readonly signal: AbortSignal;
  /** How much one closure may look at. */
  readonly closureBudget: { readonly maxNodes: number; readonly maxMs: number };
  /** The statements that ran for this request so far. */
  readonly statements: readonly StatementRun[];
}

/**
 * DataLoaders of one request, by name. Each feature adds its own by declaration merging, next to the code that makes
 * them, so that no file knows them all.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Loaders {}
