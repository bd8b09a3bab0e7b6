import DataLoader from "dataloader";
import type { Loaders } from "../../core/api/context.js";
import { rootsByKey } from "../lineage/roots.js";
import type { ImpactScope } from "./impact.statements.js";
import { ImpactAnswer, type ImpactContext } from "./impact-answer.js";

/** A question about one node, and the context in which it is asked. */
export interface NodeImpactQuestion {
  readonly key: string;
  /** Epoch milliseconds; null is the present. */
  readonly asOf: number | null;
  readonly includeCopies: boolean;
  readonly context: ImpactContext;
}

declare module "../../core/api/context.js" {
  interface Loaders {
    /** Impacts of single nodes: a node that occurs many times in an answer is walked from once. */
    readonly nodeImpact: DataLoader<NodeImpactQuestion, ImpactAnswer, string>;
  }
}

/** The loader of impacts, for one request. */
export function createImpactLoaders() {
  const nodeImpact = new DataLoader<NodeImpactQuestion, ImpactAnswer, string>(
    async (questions) =>
      questions.map(
        ({ key, asOf, includeCopies, context }) =>
          new ImpactAnswer(rootsByKey([key]), asOf, context, scopeOf(includeCopies)),
      ),
    {
      cacheKeyFn: ({ key, asOf, includeCopies, context: { closureBudget } }) =>
        JSON.stringify([key, asOf, includeCopies, closureBudget]),
    },
  );
  return { nodeImpact } satisfies Partial<Loaders>;
}

/** What a question about impact traverses. */
export function scopeOf(includeCopies: boolean): ImpactScope {
  return includeCopies ? "FLOW_AND_COPIES" : "FLOW";
}
