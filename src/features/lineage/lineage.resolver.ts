import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Extensions, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import { closureCost, closureNodeCost } from "../../core/api/answer-size.js";
import type { RequestContext } from "../../core/api/context.js";
import { LineageKind, typenameOf } from "../../core/api/node/lineage-kind.enum.js";
import { needsDetails } from "../../core/api/node/needs-details.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { formatCursor } from "../../core/api/page.js";
import { NodeRefInput } from "../../catalog/reference/node-ref.input.js";
import { readAsOf } from "../../core/api/as-of.js";
import { ClosureArgs, lowerBudget, readClosureArgs } from "./lineage.args.js";
import { LineageDirection } from "./lineage.enum.js";
import { findLineage, listEdgesBetween } from "./lineage.service.js";
import type { EdgeRow } from "./lineage.statements.js";
import { Lineage, LineageEdge, ReachedNode } from "./lineage.type.js";
import { nodesOf } from "../../core/api/node/nodes-of.js";
import { rootsOf } from "./reached-nodes.js";
import { type Roots, findRoots, rootsByKey } from "./roots.js";

@Resolver(() => Lineage)
export class LineageResolver {
  @Query(() => Lineage, { nullable: true, description: "The upstream or downstream closure of nodes." })
  @Extensions({ role: "reader", cost: closureCost })
  async lineage(
    @Arg("of", () => [NodeRefInput], { description: "The nodes to start from; at least one." }) of: NodeRefInput[],
    @Arg("direction", () => LineageDirection, {
      description: "Whether to return the upstream or the downstream closure.",
    })
    direction: LineageDirection,
    @Args(() => ClosureArgs) args: ClosureArgs,
    @Ctx() context: RequestContext,
  ): Promise<Lineage> {
    return askLineage(await findRoots(context.graph, of, readAsOf(args.asOf)), direction, args, context);
  }

  @FieldResolver(() => [LineageNode], { description: "The nodes that the question is about." })
  roots(
    @Root() { record }: Lineage,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LineageNode[]> {
    return rootsOf(record, info, context);
  }

  @FieldResolver(() => [ReachedNode], {
    description:
      "Nodes of the closure: closest first, then by key; at most `limit`, after `after`. Roots are not included.",
  })
  @Extensions({ cost: closureNodeCost })
  async nodes(
    @Root() { record }: Lineage,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReachedNode[]> {
    const depths = new Map(record.nodes.map(({ key, depth }) => [key, depth]));
    const nodes = await nodesOf(record.nodes, needsDetails(info, "node"), context);
    return nodes.map((node) => ({ node, depth: depths.get(node.key) ?? 0 }));
  }

  @FieldResolver(() => [LineageEdge], { description: "Every edge between two of the listed nodes, including roots." })
  @Extensions({ cost: closureNodeCost })
  async edges(@Root() { record }: Lineage, @Ctx() { graph }: RequestContext): Promise<LineageEdge[]> {
    const shown = [...record.roots, ...record.nodes].map(({ key }) => key);
    return (await listEdgesBetween(graph, shown, null)).map(toLineageEdge);
  }
}

@Resolver(() => LineageNode)
export class NodeLineageResolver {
  @FieldResolver(() => Lineage, { description: "Upstream closure of this node: everything that it was made from." })
  @Extensions({ cost: closureCost })
  upstream(
    @Root() { key }: LineageNode,
    @Args(() => ClosureArgs) args: ClosureArgs,
    @Ctx() context: RequestContext,
  ): Promise<Lineage> {
    return askLineage(rootsByKey([key]), "UPSTREAM", args, context);
  }

  @FieldResolver(() => Lineage, { description: "Downstream closure of this node: everything that it was used for." })
  @Extensions({ cost: closureCost })
  downstream(
    @Root() { key }: LineageNode,
    @Args(() => ClosureArgs) args: ClosureArgs,
    @Ctx() context: RequestContext,
  ): Promise<Lineage> {
    return askLineage(rootsByKey([key]), "DOWNSTREAM", args, context);
  }
}

async function askLineage(
  { keys: roots, undecided }: Roots,
  direction: LineageDirection,
  args: ClosureArgs,
  context: RequestContext,
): Promise<Lineage> {
  const { graph, closureBudget, signal } = lowerBudget(context, args.budget);
  const question = { roots, undecided, direction, ...readClosureArgs(args) };
  const record = await findLineage(graph, question, closureBudget, signal);
  const counts = Object.values(LineageKind).map((kind) => ({ kind, count: record.counts[typenameOf[kind]] ?? 0 }));
  const { totalCount, completeness } = record;
  const last = record.hasMore ? record.nodes.at(-1) : undefined;
  return {
    record,
    direction,
    asOf: question.asOf ?? (args.after == null ? null : (graph.moment?.at ?? null)),
    endCursor: last ? formatCursor([last.depth, last.key]) : null,
    counts: counts.filter(({ count }) => count > 0),
    totalCount,
    completeness,
  };
}

/** An edge as the API shows it. */
export function toLineageEdge({ upstream, downstream, kind, role, inferred, recordedAt }: EdgeRow): LineageEdge {
  return {
    upstreamKey: upstream,
    downstreamKey: downstream,
    kind,
    role: role === "" ? null : role,
    inferred,
    recordedAt,
  };
}
