import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Connection } from "../../core/api/connection.js";
import type { RequestContext } from "../../core/api/context.js";
import { PageArgs } from "../../core/api/page.js";
import { timeConnection } from "../../core/api/time-page.js";
import { DatasetSnapshot } from "../dataset/dataset-snapshot.type.js";
import { Model } from "../model/model.type.js";
import { ModelVersion } from "../model/model-version.type.js";
import { loadDeployment } from "./deployment.loaders.js";
import { Deployment, DeploymentConnection } from "./deployment.type.js";

@Resolver(() => ModelVersion)
export class ModelVersionDeploymentsResolver {
  @FieldResolver(() => DeploymentConnection, {
    description: "Current and past deployments of the version, newest first by `validFrom`.",
  })
  deployments(
    @Root() { key }: ModelVersion,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: RequestContext,
  ): Connection<Deployment> {
    return timeConnection(key, args, loaders.deploymentPage, loaders.deploymentCount);
  }
}

@Resolver(() => Model)
export class ModelProductionResolver {
  @FieldResolver(() => [ModelVersion], {
    description: "Versions that currently receive traffic at a PRODUCTION endpoint.",
  })
  production(@Root() { key }: Model, @Ctx() { loaders }: RequestContext): Promise<readonly ModelVersion[]> {
    return loaders.productionVersions.load(key);
  }
}

@Resolver(() => DatasetSnapshot)
export class SnapshotEmittersResolver {
  @FieldResolver(() => [Deployment], { description: "Deployments whose logged predictions the snapshot contains." })
  async emittedBy(
    @Root() { emittedByKeys }: DatasetSnapshot,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Deployment[]> {
    const emitters = await Promise.all(emittedByKeys.map((key) => loadDeployment(loaders, key)));
    return emitters.filter((deployment) => deployment !== null);
  }
}
