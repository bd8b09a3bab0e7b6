import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Extensions, FieldResolver, Info, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { needsDetails } from "../../core/api/node/needs-details.js";
import { listLimit } from "../../core/api/list-limit.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { AffectedNode, Impact } from "../impact/impact.type.js";
import { loadNodes, nodesOf } from "../../core/api/node/nodes-of.js";
import { rootsOf } from "../lineage/reached-nodes.js";
import { findRoots } from "../lineage/roots.js";
import { ModelAlias } from "../../catalog/model/model-alias.type.js";
import { ModelVersion } from "../../catalog/model/model-version.type.js";
import { NodeRefInput } from "../../catalog/reference/node-ref.input.js";
import { DeletionAnswer } from "./deletion-answer.js";
import { countBlockers, impactTokenOf } from "./deletion-plan.js";
import { DeletionVerdict } from "./deletion.enum.js";
import { DeletionPlan, TombstoneInput, TombstonePayload } from "./deletion.type.js";
import { tombstone } from "./tombstone.service.js";

const limits = listLimit(500, 10_000);

@Resolver(() => DeletionPlan)
export class DeletionPlanResolver {
  @Query(() => DeletionPlan, {
    nullable: true,
    description:
      "The impact of deleting nodes, and whether they may be deleted. Changes nothing; to delete, call `tombstone` with the plan's `impactToken`.",
  })
  @Extensions({ role: "reader" })
  async deletionPlan(
    @Arg("of", () => [NodeRefInput], { description: "The nodes to delete, of any kind; at least one." })
    of: NodeRefInput[],
    @Ctx() context: RequestContext,
  ): Promise<DeletionPlan> {
    return { answer: new DeletionAnswer(await findRoots(context.graph, of, null), context) };
  }

  @FieldResolver(() => [LineageNode], { description: "The nodes that the plan is about." })
  async targets(
    @Root() { answer }: DeletionPlan,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LineageNode[]> {
    return rootsOf(await answer.summary(), info, context);
  }

  @FieldResolver(() => DeletionVerdict, { description: "Whether the targets may be deleted." })
  verdict(@Root() { answer }: DeletionPlan): Promise<DeletionVerdict> {
    return answer.verdict();
  }

  @FieldResolver(() => Impact, { description: "Everything that the deletion affects." })
  impact(@Root() { answer }: DeletionPlan): Impact {
    return answer.impact;
  }

  @FieldResolver(() => [AffectedNode], {
    description:
      "Nodes that block the deletion: those with severity PENDING_RELEASE or worse, including targets. Worst first, then closest, then by key.",
  })
  async blockers(
    @Root() { answer }: DeletionPlan,
    @Arg("limit", () => Int, limits.options("blockers")) limit: number | null,
  ): Promise<AffectedNode[]> {
    const { affected } = await answer.withBlockers(limits.read(limit));
    return affected.map((record) => ({
      record,
      impact: answer.impact,
      severity: record.severity,
      depth: record.depth,
      reason: record.reason,
    }));
  }

  @FieldResolver(() => Int, { description: "Total number of blockers, listed or not." })
  async blockerCount(@Root() { answer }: DeletionPlan): Promise<number> {
    return countBlockers(await answer.summary());
  }

  @FieldResolver(() => [ModelVersion], {
    description: "Model versions that are reproducible now and would not be after the deletion, ordered by key.",
  })
  async reproducibilityLost(
    @Root() { answer }: DeletionPlan,
    @Arg("limit", () => Int, limits.options("model versions")) limit: number | null,
    @Ctx() { loaders }: RequestContext,
  ): Promise<LineageNode[]> {
    const keys = (await answer.lost()).slice(0, limits.read(limit));
    return loadNodes(loaders, keys);
  }

  @FieldResolver(() => Int, { description: "Total number of these model versions, listed or not." })
  async reproducibilityLostCount(@Root() { answer }: DeletionPlan): Promise<number> {
    return (await answer.lost()).length;
  }

  @FieldResolver(() => [ModelAlias], {
    description:
      "Aliases that would be removed with the targets: those that point to a target without a tombstone. Ordered by model, then by name.",
  })
  async aliases(@Root() { answer }: DeletionPlan): Promise<ModelAlias[]> {
    return (await answer.aliases()).map(({ alias, ...keys }) => ({ name: alias, ...keys }));
  }

  @FieldResolver(() => [LineageNode], {
    description:
      "The same content in other namespaces, ordered by key: it would remain there. At most 500 of one target.",
  })
  async copies(
    @Root() { answer }: DeletionPlan,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LineageNode[]> {
    return nodesOf(await answer.copies(), needsDetails(info), context);
  }

  @FieldResolver(() => [LineageNode], {
    description:
      "The same content in the namespace of a target that is known to be at another place, ordered by key: it would remain there.",
  })
  async duplicates(
    @Root() { answer }: DeletionPlan,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LineageNode[]> {
    return nodesOf(await answer.duplicates(), needsDetails(info), context);
  }

  @FieldResolver(() => String, {
    description:
      "SHA-256, in hexadecimal, of the targets and of every affected node with its severity; changes if any of them changes. Of a PARTIAL plan: of the targets, the reasons and the undecided nodes.",
  })
  async impactToken(@Root() { answer }: DeletionPlan): Promise<string> {
    return impactTokenOf(await answer.withMembers());
  }
}

@Resolver(() => TombstonePayload)
export class TombstoneResolver {
  @Mutation(() => TombstonePayload, {
    description:
      "Tombstones nodes, all of them or none: records that they were deleted. Aliases of tombstoned model versions are removed. Requires the current `impactToken`, and the verdict ALLOWED or `override`. Delete the stored data afterwards.",
  })
  @Extensions({ role: "deleter" })
  async tombstone(
    @Arg("input", () => TombstoneInput, { description: "The nodes to tombstone, with token and reason." })
    input: TombstoneInput,
    @Ctx() context: RequestContext,
  ): Promise<TombstonePayload> {
    const { status, targets, tombstoned } = await tombstone(context, input);
    const { undecided } = await findRoots(context.graph, input.targets, null);
    return { status, keys: tombstoned, plan: { answer: new DeletionAnswer({ keys: targets, undecided }, context) } };
  }

  @FieldResolver(() => [LineageNode], {
    description:
      "Nodes that this request tombstoned, ordered by key. Targets that were already tombstoned are not included.",
  })
  tombstoned(@Root() { keys }: TombstonePayload, @Ctx() { loaders }: RequestContext): Promise<LineageNode[]> {
    return loadNodes(loaders, keys);
  }
}
