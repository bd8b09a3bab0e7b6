import { Arg, Ctx, Extensions, ID, Query, Resolver } from "type-graphql";
import type { Loaders, RequestContext } from "../../core/api/context.js";
import { lineageKindOf } from "../../core/api/node/lineage-kind.enum.js";
import { Node } from "../../core/api/node/node.type.js";
import { maxPageSize } from "../../core/api/page.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { fromGlobalId, parseKey } from "../../core/shared/key.js";

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: "Returns the object with a global id, or null if it does not exist.",
  })
  @Extensions({ role: "reader" })
  node(
    @Arg("id", () => ID, { description: "Global id, as returned in the field `id` of an object." }) id: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Node | null> {
    return loadNode(loaders, id);
  }

  @Query(() => [Node], {
    nullable: "items",
    description:
      "Returns the objects with the given global ids, in the given order. An item is null if its object does not exist.",
  })
  @Extensions({ role: "reader" })
  nodes(
    @Arg("ids", () => [ID], { description: `Global ids of the objects. At most ${maxPageSize}.` }) ids: string[],
    @Ctx() { loaders }: RequestContext,
  ): Promise<(Node | null)[]> {
    if (ids.length > maxPageSize)
      throw new InvalidInputError(
        `ids has ${ids.length} items, more than the maximum of ${maxPageSize}; split the request`,
      );
    return Promise.all(ids.map((id) => loadNode(loaders, id)));
  }
}

async function loadNode(loaders: Loaders, id: string): Promise<Node | null> {
  const key = fromGlobalId(id);
  const parts = key === null ? null : parseKey(key);
  if (key === null || parts === null) return null;
  return lineageKindOf(parts.kind) ? loaders.lineageNode.load(key) : loaders.container.load(key);
}
