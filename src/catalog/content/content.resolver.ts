import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { listLimit } from "../../core/api/list-limit.js";
import { needsDetails } from "../../core/api/node/needs-details.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { nodesOf } from "../../core/api/node/nodes-of.js";
import { maxCopies } from "./content.loaders.js";

const limits = listLimit(50, maxCopies);

@Resolver(() => LineageNode)
export class NodeContentResolver {
  @FieldResolver(() => [LineageNode], {
    description:
      "The same content under other names of the same namespace, ordered by key. Lineage passes through all of them.",
  })
  async identical(
    @Root() { key }: LineageNode,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LineageNode[]> {
    return nodesOf(await context.loaders.identical.load(key), needsDetails(info), context);
  }

  @FieldResolver(() => [LineageNode], {
    description:
      "The same content in other namespaces, ordered by key; of a folder, also that of its files. Lineage does not pass through them.",
  })
  async copies(
    @Root() { key }: LineageNode,
    @Arg("limit", () => Int, limits.options("copies"))
    limit: number | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LineageNode[]> {
    const copies = (await context.loaders.copies.load(key)).slice(0, limits.read(limit));
    return nodesOf(copies, needsDetails(info), context);
  }
}
