import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { listLimit } from "../../core/api/list-limit.js";
import type { LineageNode } from "../../core/api/node/node.type.js";
import { loadNodes } from "../../core/api/node/nodes-of.js";
import { ModelVersion } from "../../catalog/model/model-version.type.js";
import type { ImpactAnswer } from "./impact-answer.js";
import { Impact } from "./impact.type.js";

const limits = listLimit(20, 1_000);

@Resolver(() => Impact)
export class BlindSpotsResolver {
  @FieldResolver(() => [ModelVersion], {
    description:
      "Model versions that serve production and of which nothing upstream is recorded, ordered by key. They could depend on anything, so they are listed beside every answer. Versions with the origin EXTERNAL are not included.",
  })
  async blindSpots(
    @Root() impact: ImpactAnswer,
    @Arg("limit", () => Int, limits.options("model versions"))
    limit: number | null,
    @Ctx() { loaders }: RequestContext,
  ): Promise<LineageNode[]> {
    const { keys } = await impact.blindSpots(limits.read(limit));
    return loadNodes(loaders, keys);
  }

  @FieldResolver(() => Int, { description: "Total number of blind spots, listed or not." })
  async blindSpotCount(@Root() impact: ImpactAnswer): Promise<number> {
    return (await impact.blindSpots(0)).count;
  }
}
