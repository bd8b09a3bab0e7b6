import type { GraphQLResolveInfo } from "graphql";
import { Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { needsDetails } from "../../core/api/node/needs-details.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { toRunUse } from "./run.repository.js";
import { Run, RunInput, RunOutput, type RunUse } from "./run.type.js";

@Resolver(() => Run)
export class RunUsesResolver {
  @FieldResolver(() => [RunInput], {
    description:
      "Snapshots and model versions that the run used, ordered by role. An input with two roles is listed twice.",
  })
  async inputs(@Root() { key }: Run, @Ctx() { loaders }: RequestContext): Promise<RunUse[]> {
    return (await loaders.runInputs.load(key)).map(toRunUse);
  }

  @FieldResolver(() => [RunOutput], {
    description: "Snapshots and model versions that the run produced, ordered by role.",
  })
  async outputs(@Root() { key }: Run, @Ctx() { loaders }: RequestContext): Promise<RunUse[]> {
    return (await loaders.runOutputs.load(key)).map(toRunUse);
  }
}

@Resolver(() => RunInput)
export class RunInputResolver {
  @FieldResolver(() => LineageNode, { description: "The snapshot or model version." })
  node(
    @Root() use: RunInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): LineageNode | Promise<LineageNode | null> {
    return nodeOf(use, context, info);
  }
}

@Resolver(() => RunOutput)
export class RunOutputResolver {
  @FieldResolver(() => LineageNode, { description: "The snapshot or model version." })
  node(
    @Root() use: RunOutput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): LineageNode | Promise<LineageNode | null> {
    return nodeOf(use, context, info);
  }
}

function nodeOf(
  { light }: RunUse,
  { loaders }: RequestContext,
  info: GraphQLResolveInfo,
): LineageNode | Promise<LineageNode | null> {
  return needsDetails(info) ? loaders.lineageNode.load(light.key) : light;
}
