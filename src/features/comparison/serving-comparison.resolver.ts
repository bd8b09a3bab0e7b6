import { Arg, Ctx, Extensions, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import type { ContainerNode } from "../../core/api/node/node.loaders.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { Endpoint } from "../../catalog/deployment/endpoint.type.js";
import { EndpointRefInput } from "../../catalog/deployment/deployment.input.js";
import { requireEndpoint } from "../../catalog/deployment/require-endpoint.js";
import type { ServedCandidate } from "../serving/served-at.js";
import type { ServingCandidate } from "../serving/serving.type.js";
import { compareKeys, findServedTwice, mainVersionOf } from "./comparison.service.js";
import { ModelComparison, ServingComparison } from "./comparison.type.js";

@Resolver(() => ServingComparison)
export class ServingComparisonResolver {
  @Query(() => ServingComparison, {
    nullable: true,
    description:
      'Differences between the deployments that served an endpoint at two times, for questions such as "it worked three months ago".',
  })
  @Extensions({ role: "reader" })
  async servingComparison(
    @Arg("endpoint", () => EndpointRefInput, { description: "The endpoint to compare." }) endpoint: EndpointRefInput,
    @Arg("left", () => DateTime, { description: "Time on the left side, such as one at which the endpoint worked." })
    left: Date,
    @Arg("right", () => DateTime, { description: "Time on the right side." }) right: Date,
    @Ctx() { graph, loaders }: RequestContext,
  ): Promise<ServingComparison> {
    const key = await requireEndpoint(loaders, endpoint);
    const [before, after] = await findServedTwice(graph, key, left.getTime(), right.getTime());
    const [leftKey, rightKey] = [mainVersionOf(before), mainVersionOf(after)];
    return {
      endpointKey: key,
      comparedKeys: leftKey === null || rightKey === null ? null : [leftKey, rightKey],
      leftAt: left.getTime(),
      rightAt: right.getTime(),
      left: before.map(toCandidate),
      right: after.map(toCandidate),
    };
  }

  @FieldResolver(() => Endpoint, { description: "The compared endpoint." })
  endpoint(
    @Root() { endpointKey: key }: ServingComparison,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ContainerNode | null> {
    return loaders.container.load(key);
  }

  @FieldResolver(() => ModelComparison, {
    nullable: true,
    description:
      "Comparison of the model versions with the largest share of the traffic at the two times; of equal shares, the one that started last. Null if nothing served at one of the times.",
  })
  comparison(
    @Root() { comparedKeys }: ServingComparison,
    @Ctx() context: RequestContext,
  ): Promise<ModelComparison> | null {
    return comparedKeys && compareKeys(context, "ModelComparison", ...comparedKeys);
  }
}

function toCandidate({ buckets: { start, end }, ...candidate }: ServedCandidate): ServingCandidate {
  return { ...candidate, knownAt: null, firstBucket: start, endBucket: end };
}
