import { Args, ArgsType, Ctx, Extensions, Field, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Connection } from "../../core/api/connection.js";
import type { RequestContext } from "../../core/api/context.js";
import { keyPrefix } from "../../core/api/node/key-prefix.js";
import { PageArgs } from "../../core/api/page.js";
import { timeListConnection } from "../../core/api/time-page.js";
import { presentOf } from "../../core/graph/moment.js";
import { toDeploymentAt } from "../../catalog/deployment/deployment.repository.js";
import { Deployment, DeploymentConnection } from "../../catalog/deployment/deployment.type.js";
import { DeploymentStage } from "../../catalog/deployment/deployment.enum.js";
import { countBackedRows, listBackedRows } from "./release.statements.js";
import { Release } from "./release.type.js";

/** Arguments that select deployments. */
@ArgsType()
export class DeploymentsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: "Only deployments at endpoints of this namespace; all by default.",
  })
  namespace?: string | null;

  @Field(() => DeploymentStage, {
    nullable: true,
    description: "Only deployments at endpoints of this stage; all by default.",
  })
  stage?: DeploymentStage | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: only deployments that serve now. False: only deployments that do not. All by default.",
  })
  serving?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only deployments backed by a release. False: only deployments without a release, which were recorded outside the process. All by default.",
  })
  backedByRelease?: boolean | null;
}

@Resolver(() => Deployment)
export class BackedDeploymentsResolver {
  @Query(() => DeploymentConnection, {
    description:
      "Deployments of all endpoints, newest first. Use `stage: PRODUCTION, backedByRelease: false` to find deployments that reached production outside the release process.",
  })
  @Extensions({ role: "reader" })
  deployments(
    @Args(() => DeploymentsArgs) args: DeploymentsArgs,
    @Ctx() { graph }: RequestContext,
  ): Connection<Deployment> {
    const { namespace = null, stage = null, serving: isServing = null, backedByRelease: hasRelease = null } = args;
    const now = presentOf(graph);
    const filter = { prefix: keyPrefix("endpoint", namespace), stage, isServing, hasRelease, now };
    return timeListConnection(
      args,
      (page) => graph.read(listBackedRows, { ...filter, ...page }),
      () => graph.read(countBackedRows, filter),
      ({ at, key }) => [at, key],
      toDeploymentAt(now),
    );
  }

  @FieldResolver(() => Release, {
    nullable: true,
    description:
      "The release that backs this deployment. " +
      "For a deployment started by a rollback: the release behind the deployment that was restored. " +
      "Null if the deployment was recorded outside the release process.",
  })
  async release(@Root() { key }: Deployment, @Ctx() { loaders }: RequestContext): Promise<Release | null> {
    return (await loaders.backingRelease.load(key))[0] ?? null;
  }
}
