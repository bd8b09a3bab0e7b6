import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { listLimit } from "../../core/api/list-limit.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { loadNodes } from "../../core/api/node/nodes-of.js";
import { Completeness } from "./lineage.type.js";

const limits = listLimit(20, 500);

@Resolver(() => Completeness)
export class CompletenessResolver {
  @FieldResolver(() => [LineageNode], {
    description:
      "Nodes that may or may not belong to the question, ordered by key, such as environments that do not pin the package. The answer does not cover them.",
  })
  async undecided(
    @Root() { undecidedKeys }: Completeness,
    @Arg("limit", () => Int, limits.options("nodes"))
    limit: number | null,
    @Ctx() { loaders }: RequestContext,
  ): Promise<LineageNode[]> {
    return loadNodes(loaders, undecidedKeys.slice(0, limits.read(limit)));
  }

  @FieldResolver(() => Int, { description: "Total number of nodes that could not be decided, listed or not." })
  undecidedCount(@Root() { undecidedKeys }: Completeness): number {
    return undecidedKeys.length;
  }
}
