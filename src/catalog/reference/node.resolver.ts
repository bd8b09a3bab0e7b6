import { Arg, Ctx, Extensions, ID, Query, Resolver } from "type-graphql";
import type { Loaders, RequestContext } from "../../core/api/context.js";
import { lineageKindOf } from "../../core/api/node/lineage-kind.enum.js";
import { Node } from "../../core/api/node/node.type.js";
import { maxPageSize } from "../../core/api/page.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { fromGlobalId, parseKey } from "../../core/shared/key.js";

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: "The thing with this global id, or null." })
  @Extensions({ role: "reader" })
  node(
    @Arg("id", () => ID, { description: "A global id, as `id` of any node gives it." }) id: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Node | null> {
    return loadNode(loaders, id);
  }

  @Query(() => [Node], {
    nullable: "items",
    description: `The things with these global ids, in their order; null where there is none. At most ${maxPageSize}.`,
  })
  @Extensions({ role: "reader" })
  nodes(
    @Arg("ids", () => [ID], { description: "Global ids." }) ids: string[],
    @Ctx() { loaders }: RequestContext,
  ): Promise<(Node | null)[]> {
    if (ids.length > maxPageSize)
      throw new InvalidInputError(`${ids.length} ids are given; ask for at most ${maxPageSize} at a time`);
    return Promise.all(ids.map((id) => loadNode(loaders, id)));
  }
}

async function loadNode(loaders: Loaders, id: string): Promise<Node | null> {
  const key = fromGlobalId(id);
  const parts = key === null ? null : parseKey(key);
  if (key === null || parts === null) return null;
  return lineageKindOf(parts.kind) ? loaders.lineageNode.load(key) : loaders.container.load(key);
}
