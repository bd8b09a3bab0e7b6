import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Extensions, Info, Query, Resolver } from "type-graphql";
import { z } from "zod";
import { type Connection, type Page, connectionType, lazyConnection } from "../../core/api/connection.js";
import type { RequestContext } from "../../core/api/context.js";
import { forwardPageRequest } from "../../core/api/forward-page.js";
import { LineageKind } from "../../core/api/node/lineage-kind.enum.js";
import { needsDetails } from "../../core/api/node/needs-details.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { PageArgs } from "../../core/api/page.js";
import { SearchAnswer, maxMatches } from "./search.service.js";

/** A page of lineage nodes of any kind. */
export const LineageNodeConnection = connectionType("LineageNode", () => LineageNode, "lineage nodes");

const matchPosition = z.tuple([z.number(), z.number(), z.string()]);

@Resolver()
export class SearchResolver {
  @Query(() => LineageNodeConnection, {
    description:
      "Nodes that match every word of a text, in their names, keys, digests, parameters, messages or notes, or in another name of their dataset. " +
      "A word also matches the beginning of a word. Upper and lower case and combining marks make no difference. " +
      "Nodes whose name, label or key is the text come first, then the best matches, then the newest. " +
      `Counts and lists at most ${maxMatches.toLocaleString("en")} matches.`,
  })
  @Extensions({ role: "reader" })
  search(
    @Arg("text", () => String, {
      description:
        "Words to find, or their beginnings: 1 to 30 words of at most 1,000 characters. The name of a node may have more words.",
    })
    text: string,
    @Arg("kinds", () => [LineageKind], { nullable: true, description: "Only nodes of these kinds; all by default." })
    kinds: LineageKind[] | null | undefined,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { graph, loaders }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Connection<LineageNode> {
    const answer = new SearchAnswer(graph, text, kinds, forwardPageRequest(args, matchPosition, "search"));
    const isDetailed = needsDetails(info, "edges", "node");
    return lazyConnection(
      async () => (isDetailed ? withDetails(await answer.page(), loaders.lineageNode) : answer.page()),
      () => answer.count(),
    );
  }
}

async function withDetails(
  page: Page<LineageNode>,
  loader: RequestContext["loaders"]["lineageNode"],
): Promise<Page<LineageNode>> {
  const edges = await Promise.all(
    page.edges.map(async ({ cursor, node }) => ({ cursor, node: (await loader.load(node.key)) ?? node })),
  );
  return { ...page, edges };
}
