import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { Endpoint } from "../../catalog/deployment/endpoint.type.js";
import { ReleasePolicy } from "./release-policy.type.js";

@Resolver(() => Endpoint)
export class EndpointPolicyResolver {
  @FieldResolver(() => ReleasePolicy, {
    description:
      "Effective release policy: the defined one, or the default of the stage. By default, PRODUCTION has the defaults of `ReleasePolicyInput`, and other stages require nothing.",
  })
  async policy(@Root() { key }: Endpoint, @Ctx() { loaders }: RequestContext): Promise<ReleasePolicy | undefined> {
    return (await loaders.endpointPolicy.load(key))[0]?.policy;
  }
}
