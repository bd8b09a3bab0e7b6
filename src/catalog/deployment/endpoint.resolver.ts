import { Arg, Args, Ctx, Extensions, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Connection } from "../../core/api/connection.js";
import type { RequestContext } from "../../core/api/context.js";
import type { ContainerNode } from "../../core/api/node/node.loaders.js";
import { PageArgs } from "../../core/api/page.js";
import { recordFact } from "../../core/api/record-fact.js";
import { timeConnection } from "../../core/api/time-page.js";
import { endpointKey } from "../../core/shared/key.js";
import { DeploymentStage } from "./deployment.enum.js";
import { DefineEndpointInput } from "./deployment.input.js";
import { listEndpoints } from "./deployment.repository.js";
import { Deployment, DeploymentConnection } from "./deployment.type.js";
import { Endpoint, EndpointConnection } from "./endpoint.type.js";
import { ReleasePolicy } from "./release-policy.type.js";

@Resolver(() => Endpoint)
export class EndpointResolver {
  @Query(() => Endpoint, { nullable: true, description: "The endpoint with this name, or null." })
  @Extensions({ role: "reader" })
  endpoint(
    @Arg("namespace", () => String, { description: "The endpoint's namespace." }) namespace: string,
    @Arg("name", () => String, { description: "The endpoint's name." }) name: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ContainerNode | null> {
    return loaders.container.load(endpointKey(namespace, name));
  }

  @Query(() => EndpointConnection, { description: "Endpoints by key." })
  @Extensions({ role: "reader" })
  endpoints(
    @Arg("namespace", () => String, { nullable: true, description: "Only those of this namespace." })
    namespace: string | null = null,
    @Arg("name", () => String, { nullable: true, description: "Only those with this name." })
    name: string | null = null,
    @Arg("stage", () => DeploymentStage, { nullable: true, description: "Only those of this stage." })
    stage: DeploymentStage | null = null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { graph }: RequestContext,
  ): Connection<Endpoint> {
    return listEndpoints(graph, { namespace, name, stage }, page);
  }

  @Mutation(() => Endpoint, {
    description:
      "Creates the endpoint or changes its policy, which takes the role admin; the same again changes nothing, and another stage is a CONFLICT.",
  })
  @Extensions({ role: "writer" })
  async defineEndpoint(
    @Arg("input", () => DefineEndpointInput, { description: "The endpoint." }) input: DefineEndpointInput,
    @Ctx() context: RequestContext,
  ): Promise<ContainerNode | null> {
    return context.loaders.container.load(await recordFact(context, { operation: "defineEndpoint", input }));
  }

  @FieldResolver(() => ReleasePolicy, {
    description: "What a release is checked for before it is deployed there: as defined, else what its stage asks for.",
  })
  async policy(@Root() { key }: Endpoint, @Ctx() { loaders }: RequestContext): Promise<ReleasePolicy | undefined> {
    return (await loaders.endpointPolicy.load(key))[0]?.policy;
  }

  @FieldResolver(() => [Deployment], {
    description: "What serves there now, newest first; one that gets no traffic included.",
  })
  async serving(@Root() { key }: Endpoint, @Ctx() { loaders }: RequestContext): Promise<readonly Deployment[]> {
    return loaders.serving.load(key);
  }

  @FieldResolver(() => DeploymentConnection, { description: "Every deployment there, newest first." })
  history(
    @Root() { key }: Endpoint,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: RequestContext,
  ): Connection<Deployment> {
    return timeConnection(key, args, loaders.historyPage, loaders.historyCount);
  }
}
