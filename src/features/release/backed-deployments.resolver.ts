import { Args, ArgsType, Ctx, Extensions, Field, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { z } from "zod";
import { type Connection, lazyConnection, pageOf } from "../../core/api/connection.js";
import type { RequestContext } from "../../core/api/context.js";
import { keyPrefix } from "../../core/api/node/key-prefix.js";
import { PageArgs, pageRequest } from "../../core/api/page.js";
import { toDeployment } from "../../catalog/deployment/deployment.repository.js";
import { Deployment, DeploymentConnection, DeploymentStage } from "../../catalog/deployment/index.js";
import { countBackedRows, listBackedRows } from "./release.statements.js";
import { Release } from "./release.type.js";

/** Which deployments to list. */
@ArgsType()
export class DeploymentsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: "Only those at endpoints of this namespace." })
  namespace?: string | null;

  @Field(() => DeploymentStage, { nullable: true, description: "Only those at endpoints of this stage." })
  stage?: DeploymentStage | null;

  @Field(() => Boolean, { nullable: true, description: "True: only those that serve now; false: only the others." })
  serving?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only those that rest on a release; false: only those that no release backs, which were recorded outside the process.",
  })
  backedByRelease?: boolean | null;
}

@Resolver(() => Deployment)
export class BackedDeploymentsResolver {
  @Query(() => DeploymentConnection, {
    description:
      "Deployments of all endpoints, newest first. With `stage: PRODUCTION, backedByRelease: false`: what reached production outside the release process.",
  })
  @Extensions({ role: "reader" })
  deployments(
    @Args(() => DeploymentsArgs) args: DeploymentsArgs,
    @Ctx() { graph }: RequestContext,
  ): Connection<Deployment> {
    const { namespace = null, stage = null, serving: isServing = null, backedByRelease: hasRelease = null } = args;
    const filter = { prefix: keyPrefix("endpoint", namespace), stage, isServing, hasRelease, now: Date.now() };
    const page = pageRequest(args, z.tuple([z.number(), z.string()]));
    const [at = null, afterKey = null] = page.position ?? [];
    return lazyConnection(
      async () => {
        // One more than the page holds shows whether the list goes on.
        const rows = await graph.read(listBackedRows, {
          ...filter,
          at,
          afterKey,
          isBackward: page.isBackward,
          limit: page.size + 1,
        });
        return pageOf(rows, page, (row) => [row.at, row.key], toDeployment);
      },
      async () => (await graph.read(countBackedRows, filter))[0]?.count ?? 0,
    );
  }

  @FieldResolver(() => Release, {
    nullable: true,
    description:
      "The release it rests on; of what a rollback began, the one behind what it went back to. Null where it was recorded outside the process.",
  })
  async release(@Root() { key }: Deployment, @Ctx() { loaders }: RequestContext): Promise<Release | null> {
    return (await loaders.backingRelease.load(key))[0] ?? null;
  }
}
