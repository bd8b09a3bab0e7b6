import DataLoader from "dataloader";
import { ImpactAnswer, type ImpactContext } from "../impact/impact-answer.js";
import type { AffectedPage, AffectedRecord, ImpactRecord } from "../impact/impact.service.js";
import { type Roots, recordedKeys } from "../lineage/roots.js";
import { maxCopies } from "../../catalog/content/content.loaders.js";
import { type NamesakeRow, listCopies, listIdentical } from "../../catalog/content/content.statements.js";
import { findLostBy } from "../reproduction/reproduction.service.js";
import { type AliasRow, loadAliases } from "./deletion.statements.js";
import { type PlanNeeds, findPlan, verdictOf } from "./deletion-plan.js";
import type { DeletionVerdict } from "./deletion.enum.js";

/** The parts of a request that a plan needs. */
export interface PlanContext extends ImpactContext {
  /** Blind spots make the verdict UNKNOWN. False by default. */
  readonly blocksBlindSpots?: boolean;
}

const noNeeds: PlanNeeds = { blockerLimit: 0, hasToken: false };

/**
 * One plan within a request. One statement loads all requested fields, so that token, verdict and counts describe the
 * same moment. Lists that take a statement of their own run later: they may be newer than the token, which is then stale,
 * but never older, because a person would then confirm more than the lists showed.
 */
export class DeletionAnswer {
  readonly impact: ImpactAnswer;
  readonly #targets: Roots;
  readonly #context: PlanContext;
  readonly #plans: DataLoader<PlanNeeds, ImpactRecord, string>;
  #aliases: Promise<readonly AliasRow[]> | undefined;
  #copies: Promise<readonly NamesakeRow[]> | undefined;
  #duplicates: Promise<readonly NamesakeRow[]> | undefined;
  #lost: Promise<readonly string[]> | undefined;

  constructor(targets: Roots, context: PlanContext) {
    this.#targets = targets;
    this.#context = context;
    this.#plans = new DataLoader((needs) => this.#loadPlans(needs), { cacheKeyFn: (needs) => JSON.stringify(needs) });
    this.impact = new PlannedImpact(targets, context, () => this.summary());
  }

  /** Targets, counts and completeness. */
  summary(): Promise<ImpactRecord> {
    return this.#plans.load(noNeeds);
  }

  async verdict(): Promise<DeletionVerdict> {
    const plan = await this.summary();
    const hasBlindSpots = this.#context.blocksBlindSpots === true && (await this.impact.blindSpots(0)).count > 0;
    return verdictOf(plan, hasBlindSpots);
  }

  /** The plan with this number of blockers. */
  withBlockers(blockerLimit: number): Promise<ImpactRecord> {
    return this.#plans.load({ ...noNeeds, blockerLimit });
  }

  /** The plan with the keys of all affected nodes. */
  withMembers(): Promise<ImpactRecord> {
    return this.#plans.load({ ...noNeeds, hasToken: true });
  }

  /** The aliases that would be removed with the targets, ordered by model and alias. */
  aliases(): Promise<readonly AliasRow[]> {
    const { graph } = this.#context;
    return (this.#aliases ??= this.#targetKeys().then((keys) => graph.read(loadAliases, { keys })));
  }

  /** Sorted keys of the model versions that are reproducible now and would not be after the deletion. */
  lost(): Promise<readonly string[]> {
    const { graph, closureBudget } = this.#context;
    return (this.#lost ??= this.#targetKeys().then((keys) => findLostBy(graph, keys, closureBudget)));
  }

  /** Nodes of other namespaces with the content of the targets, ordered by key. */
  copies(): Promise<readonly NamesakeRow[]> {
    const { graph } = this.#context;
    return (this.#copies ??= this.#targetKeys().then(async (keys) =>
      distinct(await graph.read(listCopies, { keys, limit: maxCopies })),
    ));
  }

  /** Nodes with the content of the targets that are known to be at another place, ordered by key. They remain. */
  duplicates(): Promise<readonly NamesakeRow[]> {
    const { graph } = this.#context;
    return (this.#duplicates ??= this.#targetKeys().then(async (keys) => {
      const rows = await graph.read(listIdentical, { keys });
      return distinct(rows.filter(({ key, isElsewhere }) => isElsewhere && !keys.includes(key)));
    }));
  }

  /** Keys of the targets as recorded, once the plan is known. */
  async #targetKeys(): Promise<string[]> {
    return [...recordedKeys(this.#targets.keys, (await this.summary()).roots)];
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

function distinct(rows: readonly NamesakeRow[]): NamesakeRow[] {
  return [...new Map(rows.map((row) => [row.key, row])).values()].sort((left, right) =>
    left.key < right.key ? -1 : 1,
  );
}

/** The impact of a plan: its counts are those of the plan's statement, and its pages are never older. */
class PlannedImpact extends ImpactAnswer {
  readonly #summary: () => Promise<ImpactRecord>;

  constructor(targets: Roots, context: ImpactContext, summary: () => Promise<ImpactRecord>) {
    super(targets, null, context, "DELETION");
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
