import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Extensions, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { needsDetails } from "../../core/api/node/needs-details.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { NodeRefInput } from "../../catalog/reference/node-ref.input.js";
import { resolveNodeRefs } from "../../catalog/reference/resolve-node-refs.js";
import { readAsOf } from "../../core/api/as-of.js";
import { MomentArgs, lowerBudget } from "./lineage.args.js";
import { toLineageEdge } from "./lineage.resolver.js";
import { findPaths } from "./lineage.service.js";
import { LineagePath } from "./lineage.type.js";
import { nodesOf } from "../../core/api/node/nodes-of.js";

@Resolver(() => LineagePath)
export class PathResolver {
  @Query(() => LineagePath, {
    nullable: true,
    description:
      "A shortest path along the flow of data; null if none exists. Fails with LIMIT_EXCEEDED if the nodes upstream of `to` exceed the node budget.",
  })
  @Extensions({ role: "reader" })
  async path(
    @Arg("from", () => NodeRefInput, {
      description: "The upstream end. If the reference matches several nodes, the nearest one.",
    })
    from: NodeRefInput,
    @Arg("to", () => NodeRefInput, {
      description: "The downstream end. If the reference matches several nodes, the nearest one.",
    })
    to: NodeRefInput,
    @Args(() => MomentArgs) args: MomentArgs,
    @Ctx() context: RequestContext,
  ): Promise<LineagePath | null> {
    const { graph, closureBudget } = lowerBudget(context, args.budget);
    const asOf = readAsOf(args.asOf);
    const [roots, ends] = await Promise.all([resolveNodeRefs(graph, [from], asOf), resolveNodeRefs(graph, [to], asOf)]);
    const paths = (await findPaths(graph, { roots, ends, asOf }, closureBudget)).filter((path) => path !== null);
    const record = paths.sort((left, right) => left.edges.length - right.edges.length)[0];
    return record ? { record, edges: record.edges.map(toLineageEdge), length: record.edges.length } : null;
  }

  @FieldResolver(() => [LineageNode], {
    description: "Nodes of the path, from upstream to downstream, including both ends.",
  })
  async nodes(
    @Root() { record }: LineagePath,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LineageNode[]> {
    const passed = record.edges.map(({ upstream, upstreamTitle, upstreamRecordedAt, upstreamIsStub }) => ({
      key: upstream,
      title: upstreamTitle,
      recordedAt: upstreamRecordedAt,
      isStub: upstreamIsStub,
    }));
    const [before, end] = await Promise.all([
      nodesOf(passed, needsDetails(info), context),
      // Edges contain only their upstream nodes.
      context.loaders.lineageNode.load(record.keys.at(-1) ?? ""),
    ]);
    return end ? [...before, end] : before;
  }
}
