import DataLoader from "dataloader";
import type { RequestContext } from "../../core/api/context.js";
import type { GraphReader } from "../../core/graph/graph.js";
import type { LineageRow } from "../../core/api/node/lineage-node.js";
import { type PathRecord, findContentPaths, findPaths } from "../lineage/lineage.service.js";
import { type Roots, recordedKeys } from "../lineage/roots.js";
import { DeadlineExceededError } from "../../core/shared/errors.js";
import { type BlindSpots, loadBlindSpots } from "./blind-spots.js";
import { type AffectedPage, type AffectedRecord, type ImpactRecord, findImpact, noPage } from "./impact.service.js";
import type { ContentEdgeRow } from "../lineage/lineage.statements.js";
import type { ImpactScope } from "./impact.statements.js";

/** The parts of a request that an impact needs. */
export interface ImpactContext extends Pick<RequestContext, "closureBudget" | "signal"> {
  readonly graph: GraphReader;
}

/**
 * One impact within a request. One statement loads all requested fields, including the first page of affected nodes;
 * each further page, under another alias, takes its own statement.
 */
export class ImpactAnswer {
  readonly asOf: number | null;
  #roots: Roots;
  readonly #context: ImpactContext;
  readonly #scope: ImpactScope;
  readonly #records: DataLoader<AffectedPage, ImpactRecord, string>;
  readonly #blindSpots: DataLoader<number, BlindSpots>;
  readonly #paths: DataLoader<AffectedRecord, readonly LineageRow[], string>;

  constructor(roots: Roots, asOf: number | null, context: ImpactContext, scope: ImpactScope = "FLOW") {
    this.#scope = scope;
    this.asOf = asOf;
    this.#roots = roots;
    this.#context = context;
    this.#records = new DataLoader((pages) => this.#loadRecords(pages), { cacheKeyFn: (page) => JSON.stringify(page) });
    this.#blindSpots = new DataLoader((limits) => this.#loadBlindSpots(limits));
    this.#paths = new DataLoader((ends) => this.#loadPaths(ends), { cacheKeyFn: ({ key }) => key });
  }

  /** Keys of the nodes that the question is about, as asked before the answer is loaded and as recorded afterwards. */
  get rootKeys(): readonly string[] {
    return this.#roots.keys;
  }

  /** The same question as of the moment of a reader, such as that of the cursor of an earlier page. */
  asOfReader(graph: GraphReader): ImpactAnswer {
    const own = this.#context.graph.moment;
    const isSame = own?.known === graph.moment?.known && own?.at === graph.moment?.at;
    return isSame ? this : new ImpactAnswer(this.#roots, null, { ...this.#context, graph }, this.#scope);
  }

  /** Everything except the affected nodes. */
  summary(): Promise<ImpactRecord> {
    return this.#records.load(noPage);
  }

  /**
   * One page of affected nodes.
   * @throws DeadlineExceededError when time ran out for this page although the summary is complete: an empty page would
   * mean that nothing is affected.
   */
  async affected(page: AffectedPage): Promise<readonly AffectedRecord[]> {
    const { affected, completeness } = await this.#records.load(page);
    if (completeness.reason !== "TIME_BUDGET" || (await this.summary()).completeness.reason === "TIME_BUDGET")
      return affected;
    throw new DeadlineExceededError(
      "listing the affected nodes exceeded the time budget, although they were counted; request fewer lists at once, or try again",
    );
  }

  /** The blind spots, at most `limit` of their keys. One statement loads all that are requested together. */
  blindSpots(limit: number): Promise<BlindSpots> {
    return this.#blindSpots.load(limit);
  }

  /** A shortest path from a root to an affected node. One statement loads all paths that are requested together. */
  path(end: AffectedRecord): Promise<readonly LineageRow[]> {
    return this.#paths.load(end);
  }

  async #loadRecords(pages: readonly AffectedPage[]): Promise<ImpactRecord[]> {
    const shown = pages.filter(({ limit }) => limit > 0);
    const { graph, closureBudget, signal } = this.#context;
    const { keys, undecided } = this.#roots;
    const wanted = shown.length > 0 ? shown : pages;
    const records = await Promise.all(
      wanted.map((page) =>
        findImpact(graph, { roots: keys, undecided, asOf: this.asOf, scope: this.#scope }, page, closureBudget, signal),
      ),
    );
    const [{ roots } = { roots: [] }] = records;
    if (roots.length > 0) this.#roots = { keys: recordedKeys(keys, roots), undecided };
    // Every page includes the summary.
    return pages.flatMap((page) => records[Math.max(0, wanted.indexOf(page))] ?? []);
  }

  async #loadBlindSpots(limits: readonly number[]): Promise<BlindSpots[]> {
    const { graph, closureBudget } = this.#context;
    const found = await loadBlindSpots(graph, { asOf: this.asOf, limit: Math.max(...limits) }, closureBudget.maxMs);
    return limits.map((limit) => ({ ...found, keys: found.keys.slice(0, limit) }));
  }

  async #loadPaths(ends: readonly AffectedRecord[]): Promise<(readonly LineageRow[] | Error)[]> {
    const { graph, closureBudget } = this.#context;
    const question = { roots: this.#roots.keys, ends: ends.map(({ key }) => key), asOf: this.asOf };
    const includesCopies = this.#scope === "FLOW_AND_COPIES";
    const direct = includesCopies ? [] : await findPaths(graph, question, closureBudget);
    // Most questions are not about folders, and the paths of the flow are enough.
    const isComplete = !includesCopies && direct.every((path) => path !== null);
    const paths = isComplete ? direct : await findContentPaths(graph, question, includesCopies, closureBudget);
    return ends.map((end, index) => {
      const path = paths[index];
      return path ? toRows(path, end) : new Error(`no path leads to ${end.key}, which was reached`);
    });
  }
}

/** An edge contains its upstream node; the end is already loaded. */
function toRows({ edges }: Pick<PathRecord<ContentEdgeRow>, "edges">, end: AffectedRecord): LineageRow[] {
  return [
    ...edges.map(({ upstream, upstreamTitle, upstreamRecordedAt, upstreamIsStub }) => ({
      key: upstream,
      title: upstreamTitle,
      recordedAt: upstreamRecordedAt,
      isStub: upstreamIsStub,
    })),
    end,
  ];
}
