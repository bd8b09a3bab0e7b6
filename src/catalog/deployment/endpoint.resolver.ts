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

@Resolver(() => Endpoint)
export class EndpointResolver {
  @Query(() => Endpoint, { nullable: true, description: "Returns an endpoint, or null if it does not exist." })
  @Extensions({ role: "reader" })
  endpoint(
    @Arg("namespace", () => String, { description: "Namespace of the endpoint." }) namespace: string,
    @Arg("name", () => String, { description: "Name of the endpoint." }) name: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ContainerNode | null> {
    return loaders.container.load(endpointKey(namespace, name));
  }

  @Query(() => EndpointConnection, { description: "Lists endpoints, ordered by key." })
  @Extensions({ role: "reader" })
  endpoints(
    @Arg("namespace", () => String, {
      nullable: true,
      description: "Returns only endpoints in this namespace. Defaults to all namespaces.",
    })
    namespace: string | null = null,
    @Arg("name", () => String, { nullable: true, description: "Returns only endpoints with exactly this name." })
    name: string | null = null,
    @Arg("stage", () => DeploymentStage, {
      nullable: true,
      description: "Returns only endpoints with this stage. Defaults to all stages.",
    })
    stage: DeploymentStage | null = null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { graph }: RequestContext,
  ): Connection<Endpoint> {
    return listEndpoints(graph, { namespace, name, stage }, page);
  }

  @Mutation(() => Endpoint, {
    description:
      "Creates an endpoint or replaces its release policy. Setting a policy requires the role admin. Another stage than the recorded one is a CONFLICT.",
  })
  @Extensions({ role: "writer" })
  async defineEndpoint(
    @Arg("input", () => DefineEndpointInput, { description: "The endpoint to define." }) input: DefineEndpointInput,
    @Ctx() context: RequestContext,
  ): Promise<ContainerNode | null> {
    return context.loaders.container.load(await recordFact(context, { operation: "defineEndpoint", input }));
  }

  @FieldResolver(() => [Deployment], {
    description: "Deployments that currently serve, newest first, including those without traffic.",
  })
  async serving(@Root() { key }: Endpoint, @Ctx() { loaders }: RequestContext): Promise<readonly Deployment[]> {
    return loaders.serving.load(key);
  }

  @FieldResolver(() => DeploymentConnection, {
    description: "All deployments of the endpoint, newest first by `validFrom`.",
  })
  history(
    @Root() { key }: Endpoint,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: RequestContext,
  ): Connection<Deployment> {
    return timeConnection(key, args, loaders.historyPage, loaders.historyCount);
  }
}
