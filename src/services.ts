import { draftFact } from "./adapters/ingest/fact-drafts.js";
import { AnswerSize } from "./core/api/answer-size.js";
import { IngestService } from "./adapters/ingest/ingest.service.js";
import { settleEndpoints } from "./catalog/deployment/settle-endpoints.js";
import { joinContent } from "./catalog/content/join-content.js";
import type { FactSink, RequestContext, RequestScope } from "./core/api/context.js";
import { Moments } from "./core/api/moments.js";
import type { Limits } from "./core/api/limits.js";
import type { Principal } from "./core/api/principal.js";
import { clearLoadersAfterWrites } from "./core/api/request-sinks.js";
import { FactWriter } from "./core/facts/fact-writer.js";
import { type DecisionSink, Decisions } from "./core/graph/decisions.js";
import type { Graph } from "./core/graph/graph.js";
import type { Moment } from "./core/graph/moment.js";
import type { Ledger } from "./core/graph/ledger.js";
import { widenRecalls } from "./features/recall/widen-recalls.js";
import { createLoaders } from "./loaders.js";

/*
 * The only composition of the services behind a request. The HTTP server, the example and the tests use it, so the
 * same rules hold for all of them.
 */

/** The writing services of one ledger. A process has one, because it commits the facts of concurrent requests together. */
export interface Writing {
  factsFor(principal: Principal, timeoutMs: number): FactSink;
  decisionsFor(principal: Principal, timeoutMs: number): DecisionSink;
  /** Resolves when no write is in progress. */
  drain(): Promise<void>;
}

/** Creates the writing services of a ledger, with every rule that a write must keep. */
export function createWriting(ledger: Ledger): Writing {
  const facts = new IngestService(new FactWriter(ledger, draftFact, [settleEndpoints, joinContent, widenRecalls]));
  const decisions = new Decisions(ledger);
  return {
    factsFor: (principal, timeoutMs) => facts.sinkFor(principal, timeoutMs),
    decisionsFor: (principal, timeoutMs) => decisions.sinkFor(principal.name, timeoutMs),
    drain: async () => {
      await Promise.all([facts.drain(), decisions.drain()]);
    },
  };
}

/** The services that the contexts of all requests share. */
export interface Services {
  readonly graph: Graph;
  readonly writing: Writing;
  readonly limits: Limits;
  /** Blind spots make the verdict of a deletion UNKNOWN. False by default. */
  readonly blocksBlindSpots?: boolean;
}

/** Creates the context of one request. */
export function createContext(
  { graph, writing, limits, blocksBlindSpots = false }: Services,
  scope: RequestScope,
): RequestContext {
  const { requestId, principal, signal, bookmarks, statements, timeoutMs } = scope;
  const readerAt = (moment?: Moment) =>
    graph.forRequest({ moment, requestId, signal, bookmarks, onStatement: (run) => statements.push(run) });
  const reader = readerAt();
  const loaders = createLoaders(reader);
  const sinks = {
    facts: writing.factsFor(principal, timeoutMs),
    decisions: writing.decisionsFor(principal, timeoutMs),
  };
  const present: RequestContext = {
    ...scope,
    graph: reader,
    loaders,
    ...clearLoadersAfterWrites(sinks, loaders),
    warnings: [],
    closureBudget: { maxNodes: limits.closureNodes, maxMs: limits.closureMs },
    blocksBlindSpots,
    answerSize: new AnswerSize(limits.cost),
    moments: new Moments(reader, (moment) => {
      const past = readerAt(moment);
      return { ...present, graph: past, loaders: createLoaders(past) };
    }),
  };
  return present;
}
