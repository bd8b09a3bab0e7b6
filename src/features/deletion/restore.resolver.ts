import { Arg, Ctx, Extensions, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { loadNodes } from "../../core/api/node/nodes-of.js";
import { RestoreInput } from "./deletion.type.js";
import { restore } from "./restore.service.js";

@Resolver()
export class RestoreResolver {
  @Mutation(() => [LineageNode], {
    description:
      "Ends the tombstones of nodes: their content exists again. Returns the restored nodes, ordered by key. " +
      "Targets without a tombstone stay as they are; if no target has one, it is a CONFLICT. " +
      "Aliases that the deletion removed are not set again. `asOf` before the restore still shows the tombstone.",
  })
  @Extensions({ role: "deleter" })
  async restore(
    @Arg("input", () => RestoreInput, { description: "The nodes to restore and the reason." }) input: RestoreInput,
    @Ctx() context: RequestContext,
  ): Promise<LineageNode[]> {
    return loadNodes(context.loaders, await restore(context, input));
  }
}
