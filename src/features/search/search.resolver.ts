import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Extensions, Info, Query, Resolver } from "type-graphql";
import { z } from "zod";
import { type Connection, type Page, connectionType, lazyConnection, pageOf } from "../../core/api/connection.js";
import type { RequestContext } from "../../core/api/context.js";
import { forwardPageRequest } from "../../core/api/forward-page.js";
import { LineageKind, typenameOf } from "../../core/api/node/lineage-kind.enum.js";
import { toLineageNode } from "../../core/api/node/lineage-node.js";
import { needsDetails } from "../../core/api/node/needs-details.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { PageArgs, rowLimit } from "../../core/api/page.js";
import { toLuceneQuery } from "./search-query.js";
import { searchNodes } from "./search.statements.js";

/** A page of lineage nodes of any kind. */
export const LineageNodeConnection = connectionType("LineageNode", () => LineageNode, "lineage nodes");

/** Maximum number of matches that are examined and counted: nobody pages further. */
const maxMatches = 10_000;
const matchPosition = z.tuple([z.number(), z.string()]);

@Resolver()
export class SearchResolver {
  @Query(() => LineageNodeConnection, {
    description:
      "Nodes that match every word of a text, in their names, keys, parameters, messages or notes. " +
      "A word also matches the beginning of a word. Best match first, then by key. " +
      `Counts and lists at most ${maxMatches.toLocaleString("en")} matches.`,
  })
  @Extensions({ role: "reader" })
  search(
    @Arg("text", () => String, { description: "Words to find, or their beginnings; 1 to 30 words." }) text: string,
    @Arg("kinds", () => [LineageKind], { nullable: true, description: "Only nodes of these kinds; all by default." })
    kinds: LineageKind[] | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Connection<LineageNode> {
    return searchConnection(text, kinds, args, context, needsDetails(info, "edges", "node"));
  }
}

function searchConnection(
  text: string,
  kinds: LineageKind[] | null,
  args: PageArgs,
  { graph, loaders }: RequestContext,
  detailed: boolean,
): Connection<LineageNode> {
  const page = forwardPageRequest(args, matchPosition, "search");
  const params = {
    query: toLuceneQuery(text),
    kinds: kinds?.map((kind) => typenameOf[kind]) ?? null,
    most: maxMatches,
  };
  const [afterScore = null, afterKey = null] = page.position ?? [];
  let matches: ReturnType<typeof load> | undefined;
  const load = () => graph.read(searchNodes, { ...params, afterScore, afterKey, limit: rowLimit(page) });
  const loadOnce = (): ReturnType<typeof load> => (matches ??= load());
  const count = async (): Promise<number> => {
    const [row] = await loadOnce();
    if (row || page.position === null) return row?.total ?? 0;
    // After the last match, no row is left that contains the total.
    return (await graph.read(searchNodes, { ...params, afterScore: null, afterKey: null, limit: 1 }))[0]?.total ?? 0;
  };
  return lazyConnection(async () => {
    const found = pageOf(await loadOnce(), page, ({ score, key }) => [score, key], toLineageNode);
    return detailed ? withDetails(found, (key) => loaders.lineageNode.load(key)) : found;
  }, count);
}

async function withDetails(
  page: Page<LineageNode>,
  load: (key: string) => Promise<LineageNode | null>,
): Promise<Page<LineageNode>> {
  const edges = await Promise.all(
    page.edges.map(async ({ cursor, node }) => ({ cursor, node: (await load(node.key)) ?? node })),
  );
  return { ...page, edges };
}
