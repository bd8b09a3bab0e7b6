import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import type { LineageNode } from "../../core/api/node/node.type.js";
import { loadNodes } from "../../core/api/node/nodes-of.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { ModelVersion } from "../../catalog/model/model-version.type.js";
import type { ImpactAnswer } from "./impact-answer.js";
import { Impact } from "./impact.type.js";

const standardLimit = 20;
const maxLimit = 1_000;

@Resolver(() => Impact)
export class BlindSpotsResolver {
  @FieldResolver(() => [ModelVersion], {
    description:
      "Model versions that serve production and of which nothing upstream is recorded, ordered by key. They could depend on anything, so they are listed beside every answer. Versions with the origin EXTERNAL are not included.",
  })
  async blindSpots(
    @Root() impact: ImpactAnswer,
    @Arg("limit", () => Int, {
      nullable: true,
      defaultValue: standardLimit,
      description: `Maximum number of model versions to list. Defaults to ${standardLimit}. Maximum ${maxLimit.toLocaleString("en")}.`,
    })
    limit: number | null,
    @Ctx() { loaders }: RequestContext,
  ): Promise<LineageNode[]> {
    const { keys } = await impact.blindSpots(readLimit(limit));
    return loadNodes(loaders, keys);
  }

  @FieldResolver(() => Int, { description: "Total number of blind spots, listed or not." })
  async blindSpotCount(@Root() impact: ImpactAnswer): Promise<number> {
    return (await impact.blindSpots(0)).count;
  }
}

function readLimit(given: number | null): number {
  const limit = given ?? standardLimit;
  if (limit < 0 || limit > maxLimit)
    throw new InvalidInputError(`limit is ${limit}; give a number from 0 to ${maxLimit}`);
  return limit;
}
