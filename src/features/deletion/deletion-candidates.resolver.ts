import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Extensions, Info, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import type { LineageRow } from "../../core/api/node/lineage-node.js";
import { needsDetails } from "../../core/api/node/needs-details.js";
import type { LineageNode } from "../../core/api/node/node.type.js";
import { PageArgs } from "../../core/api/page.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { type SizedConnection, DatasetSnapshotConnection } from "../../catalog/dataset/dataset-snapshot.type.js";
import { nodesOf } from "../../core/api/node/nodes-of.js";
import { listDeletionCandidates } from "./deletion-candidates.js";

@Resolver()
export class DeletionCandidatesResolver {
  @Query(() => DatasetSnapshotConnection, {
    description:
      "Registered snapshots whose deletion would be ALLOWED, largest first, those of unknown size last. " +
      "Each snapshot is evaluated on its own. Before deleting several, request a `deletionPlan` for them together; the plan also reports whether the server's budget was exceeded.",
  })
  @Extensions({ role: "reader" })
  async deletionCandidates(
    @Arg("namespace", () => String, {
      nullable: true,
      description: "Only snapshots of datasets in this namespace; all by default.",
    })
    namespace: string | null = null,
    @Arg("recordedBefore", () => DateTime, {
      nullable: true,
      description: "Only snapshots first recorded before this time; all by default.",
    })
    recordedBefore: Date | null = null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SizedConnection<LineageNode>> {
    const filter = { namespace, recordedBefore: recordedBefore?.getTime() ?? null };
    const { page, totalCount, totalBytes } = await listDeletionCandidates(
      context.graph,
      filter,
      args,
      context.closureBudget,
      context.signal,
      context.blocksBlindSpots,
    );
    const nodes = await nodesOf(
      page.edges.map(({ node }) => node),
      needsDetails(info, "edges", "node"),
      context,
    );
    return { pageInfo: page.pageInfo, edges: withNodes(page.edges, nodes), totalCount, totalBytes };
  }
}

function withNodes(
  edges: readonly { readonly cursor: string; readonly node: LineageRow }[],
  nodes: readonly LineageNode[],
) {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  return edges.flatMap(({ cursor, node }) => {
    const loaded = byKey.get(node.key);
    return loaded ? [{ cursor, node: loaded }] : [];
  });
}
