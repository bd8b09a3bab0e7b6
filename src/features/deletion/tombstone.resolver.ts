import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { Tombstone } from "./tombstone.type.js";

@Resolver(() => LineageNode)
export class NodeTombstoneResolver {
  @FieldResolver(() => Tombstone, {
    nullable: true,
    description: "Record of this node's deletion; null if it was not deleted.",
  })
  tombstone(@Root() { key }: LineageNode, @Ctx() { loaders }: RequestContext): Promise<Tombstone | null> {
    return loaders.tombstone.load(key);
  }
}
