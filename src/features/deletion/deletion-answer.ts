import DataLoader from "dataloader";
import type { RequestContext } from "../../core/api/context.js";
import { ImpactAnswer } from "../impact/impact-answer.js";
import type { AffectedPage, AffectedRecord, ImpactRecord } from "../impact/impact.service.js";
import { findLostBy } from "../reproduction/index.js";
import { type PlanNeeds, findPlan } from "./deletion-plan.js";

type Context = Pick<RequestContext, "graph" | "closureBudget" | "signal">;

const noNeeds: PlanNeeds = { blockerLimit: 0, hasToken: false };

/**
 * One plan of a request. Whatever its fields ask for at once is one statement, so that token, verdict and counts are of
 * one moment. Lists that take a statement of their own come after it: what they show may be newer than the token, which
 * is then out of date, but never older, or somebody would agree to more than was shown.
 */
export class DeletionAnswer {
  readonly impact: ImpactAnswer;
  readonly #targets: readonly string[];
  readonly #context: Context;
  readonly #plans: DataLoader<PlanNeeds, ImpactRecord, string>;
  #lost: Promise<readonly string[]> | undefined;

  constructor(targets: readonly string[], context: Context) {
    this.#targets = targets;
    this.#context = context;
    this.#plans = new DataLoader((needs) => this.#loadPlans(needs), { cacheKeyFn: (needs) => JSON.stringify(needs) });
    this.impact = new PlannedImpact(targets, context, () => this.summary());
  }

  /** Targets, counts and completeness. */
  summary(): Promise<ImpactRecord> {
    return this.#plans.load(noNeeds);
  }

  /** With as many of the blockers. */
  withBlockers(blockerLimit: number): Promise<ImpactRecord> {
    return this.#plans.load({ ...noNeeds, blockerLimit });
  }

  /** With the keys of everything that is affected. */
  withMembers(): Promise<ImpactRecord> {
    return this.#plans.load({ ...noNeeds, hasToken: true });
  }

  /** Keys of the model versions that could be reproduced before and not after, sorted. */
  lost(): Promise<readonly string[]> {
    const { graph, closureBudget } = this.#context;
    return (this.#lost ??= this.summary().then(() => findLostBy(graph, this.#targets, closureBudget)));
  }

  async #loadPlans(needs: readonly PlanNeeds[]): Promise<ImpactRecord[]> {
    const { graph, closureBudget, signal } = this.#context;
    const merged = {
      blockerLimit: Math.max(...needs.map(({ blockerLimit }) => blockerLimit)),
      hasToken: needs.some(({ hasToken }) => hasToken),
    };
    const plan = await findPlan(graph, this.#targets, merged, closureBudget, signal);
    return needs.map(({ blockerLimit }) => ({ ...plan, affected: plan.affected.slice(0, blockerLimit) }));
  }
}

/** The impact of a plan: its counts are those of the plan's statement, and its pages are no older. */
class PlannedImpact extends ImpactAnswer {
  readonly #summary: () => Promise<ImpactRecord>;

  constructor(targets: readonly string[], context: Context, summary: () => Promise<ImpactRecord>) {
    super(targets, null, context);
    this.#summary = summary;
  }

  override summary(): Promise<ImpactRecord> {
    return this.#summary();
  }

  override async affected(page: AffectedPage): Promise<readonly AffectedRecord[]> {
    await this.#summary();
    return super.affected(page);
  }
}
