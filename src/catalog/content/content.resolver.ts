import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { needsDetails } from "../../core/api/node/needs-details.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { nodesOf } from "../../core/api/node/nodes-of.js";
import { InvalidInputError } from "../../core/shared/errors.js";

const maxCopies = 500;

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
    @Arg("limit", () => Int, {
      nullable: true,
      defaultValue: 50,
      description: `Maximum number of copies to list. Defaults to 50. Maximum ${maxCopies}.`,
    })
    limit: number | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LineageNode[]> {
    const size = limit ?? 50;
    if (size < 0 || size > maxCopies)
      throw new InvalidInputError(`limit is ${size}, which is not from 0 to ${maxCopies}; request fewer copies`);
    return nodesOf(await context.loaders.copies.load({ key, limit: size }), needsDetails(info), context);
  }
}
