import type { FactOutcome } from "../facts/fact-plan.js";
import type { DecisionSink } from "../graph/decisions.js";
import type { GraphStreamer, StatementRun } from "../graph/graph.js";
import type { AnswerSize } from "./answer-size.js";
import type { ResponseWarning } from "./fact-warnings.js";
import type { Moments } from "./moments.js";
import type { Principal } from "./principal.js";

/** Writes facts on behalf of one request's principal; GraphQL mutations, REST ingest and the example share it. */
export interface FactSink {
  /**
   * Writes facts as they were received, checked or not; returns the outcome of each, in order. A fact that could not be
   * read is given as an AppError, and is rejected with it.
   */
  write(facts: readonly unknown[], options?: FactWriteOptions): Promise<readonly FactOutcome[]>;
}

export interface FactWriteOptions {
  /** Repeating the request with the same facts has no further effect; with other facts it is a conflict. */
  readonly idempotencyKey?: string | undefined;
  /** Leaves out invalid descriptions and measurements, with a warning, instead of rejecting their facts. */
  readonly omitsInvalid?: boolean;
  /** Rejects the request with a conflict unless it is the first entry of the ledger. */
  readonly requiresEmptyLedger?: boolean;
}

/** One request: its caller, its deadline, and the statements it has run. */
export interface RequestScope {
  readonly requestId: string;
  readonly principal: Principal;
  /** Bookmarks of earlier writes that the reads of this request must see. */
  readonly bookmarks: readonly string[];
  /** Aborts at the deadline and when the client disconnects. Reads then end; writes continue. */
  readonly signal: AbortSignal;
  /** How long the request waits for a write. */
  readonly timeoutMs: number;
  /** The statements that have run for this request, in order. */
  readonly statements: StatementRun[];
}

/** The argument of every resolver: the request, and access to the graph on its behalf, as of the moment of the field. */
export interface RequestContext extends RequestScope {
  readonly graph: GraphStreamer;
  /** Writes facts, and then clears the loaders. */
  readonly facts: FactSink;
  /** Records decisions, and then clears the loaders. */
  readonly decisions: DecisionSink;
  readonly loaders: Loaders;
  /** What mutations of this request reported and was not recorded. */
  readonly warnings: ResponseWarning[];
  /** Limits of one closure. */
  readonly closureBudget: { readonly maxNodes: number; readonly maxMs: number };
  /** Blind spots make the verdict of a deletion UNKNOWN. */
  readonly blocksBlindSpots: boolean;
  /** What this request has resolved so far, and its limit. */
  readonly answerSize: AnswerSize;
  /** The moments that the parts of the response describe. */
  readonly moments: Moments;
}

/**
 * DataLoaders of one request, by name. Each feature adds its own by declaration merging, next to the code that creates
 * them, so that no file lists all of them.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Loaders {}
