import { Arg, Args, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Connection } from "../../core/api/connection.js";
import type { RequestContext } from "../../core/api/context.js";
import type { ContainerNode } from "../../core/api/node/node.loaders.js";
import { PageArgs } from "../../core/api/page.js";
import { loadDeployment } from "../../catalog/deployment/deployment.loaders.js";
import { Deployment } from "../../catalog/deployment/deployment.type.js";
import { Endpoint } from "../../catalog/deployment/endpoint.type.js";
import { EndpointRefInput } from "../../catalog/deployment/deployment.input.js";
import { ModelVersion } from "../../catalog/model/model-version.type.js";
import { loadModelVersion } from "../../catalog/model/model.loaders.js";
import { endpointKey } from "../../core/shared/key.js";
import { ReleaseState } from "./release.enum.js";
import { loadRelease } from "./release.loaders.js";
import { listReleases, releaseKeyOf } from "./release.repository.js";
import { Release, ReleaseConnection } from "./release.type.js";

@Resolver(() => Release)
export class ReleaseResolver {
  @Query(() => Release, { nullable: true, description: "The release with this id; null if it does not exist." })
  @Extensions({ role: "reader" })
  release(
    @Arg("id", () => ID, { description: "Global id, key or UUID of the release." }) id: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Release | null> {
    return loadRelease(loaders, releaseKeyOf(id));
  }

  @Query(() => ReleaseConnection, { description: "Releases of all endpoints, newest first." })
  @Extensions({ role: "reader" })
  releases(
    @Arg("endpoint", () => EndpointRefInput, {
      nullable: true,
      description: "Only releases for this endpoint; all by default.",
    })
    endpoint: EndpointRefInput | null = null,
    @Arg("states", () => [ReleaseState], {
      nullable: true,
      description: "Only releases in one of these states; all by default.",
    })
    states: ReleaseState[] | null = null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { graph }: RequestContext,
  ): Connection<Release> {
    return listReleases(
      graph,
      { endpointKey: endpoint && endpointKey(endpoint.namespace, endpoint.name), states },
      page,
    );
  }

  @FieldResolver(() => ModelVersion, { description: "The model version to deploy." })
  modelVersion(@Root() { modelVersionKey }: Release, @Ctx() { loaders }: RequestContext): Promise<ModelVersion | null> {
    return loadModelVersion(loaders, modelVersionKey);
  }

  @FieldResolver(() => Endpoint, { description: "The endpoint to deploy at." })
  endpoint(@Root() release: Release, @Ctx() { loaders }: RequestContext): Promise<ContainerNode | null> {
    return loaders.container.load(release.endpointKey);
  }

  @FieldResolver(() => Deployment, {
    nullable: true,
    description: "The deployment that the release started; null unless the release is DEPLOYED.",
  })
  async deployment(@Root() { deploymentKey }: Release, @Ctx() { loaders }: RequestContext): Promise<Deployment | null> {
    return deploymentKey === null ? null : loadDeployment(loaders, deploymentKey);
  }
}
