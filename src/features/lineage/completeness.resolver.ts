import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { LineageNode } from "../../core/api/node/node.type.js";
import { loadNodes } from "../../core/api/node/nodes-of.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { Completeness } from "./lineage.type.js";

const standardLimit = 20;
const maxLimit = 500;

@Resolver(() => Completeness)
export class CompletenessResolver {
  @FieldResolver(() => [LineageNode], {
    description:
      "Nodes that may or may not belong to the question, ordered by key, such as environments that do not pin the package. The answer does not cover them.",
  })
  async undecided(
    @Root() { undecidedKeys }: Completeness,
    @Arg("limit", () => Int, {
      nullable: true,
      defaultValue: standardLimit,
      description: `Maximum number of nodes to list. Defaults to ${standardLimit}. Maximum ${maxLimit}.`,
    })
    limit: number | null,
    @Ctx() { loaders }: RequestContext,
  ): Promise<LineageNode[]> {
    return loadNodes(loaders, undecidedKeys.slice(0, readLimit(limit)));
  }

  @FieldResolver(() => Int, { description: "Total number of nodes that could not be decided, listed or not." })
  undecidedCount(@Root() { undecidedKeys }: Completeness): number {
    return undecidedKeys.length;
  }
}

function readLimit(given: number | null): number {
  const limit = given ?? standardLimit;
  if (limit < 0 || limit > maxLimit)
    throw new InvalidInputError(`limit is ${limit}; give a number from 0 to ${maxLimit}`);
  return limit;
}
