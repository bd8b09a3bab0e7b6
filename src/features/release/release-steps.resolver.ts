import { Arg, Ctx, Extensions, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { loadDeployment } from "../../catalog/deployment/deployment.loaders.js";
import { Deployment } from "../../catalog/deployment/deployment.type.js";
import { deployRelease } from "./deploy-release.js";
import { DeployReleaseInput, ProposeReleaseInput, ReviewReleaseInput, WithdrawReleaseInput } from "./release.input.js";
import { loadRelease } from "./release.loaders.js";
import { proposeRelease, reviewRelease, withdrawRelease } from "./release.service.js";
import { DeployPayload, Release } from "./release.type.js";

@Resolver(() => Release)
export class ReleaseStepsResolver {
  @Mutation(() => Release, {
    description:
      "Proposes to deploy a model version at an endpoint. If the endpoint's policy requires no approvals, the release is APPROVED at once.",
  })
  @Extensions({ role: "writer" })
  async proposeRelease(
    @Arg("input", () => ProposeReleaseInput, { description: "The model version and the endpoint." })
    input: ProposeReleaseInput,
    @Ctx() context: RequestContext,
  ): Promise<Release | null> {
    return loadRelease(context.loaders, await proposeRelease(context, input));
  }

  @Mutation(() => Release, {
    description:
      "Approves or rejects a release. Only the last review of each person counts. One rejection closes the release. An approval by the author is FORBIDDEN unless the policy allows it.",
  })
  @Extensions({ role: "releaser" })
  async reviewRelease(
    @Arg("input", () => ReviewReleaseInput, { description: "The release and the review." }) input: ReviewReleaseInput,
    @Ctx() context: RequestContext,
  ): Promise<Release | null> {
    return loadRelease(context.loaders, await reviewRelease(context, input));
  }

  @Mutation(() => Release, { description: "Withdraws a release that is PROPOSED or APPROVED." })
  @Extensions({ role: "writer" })
  async withdrawRelease(
    @Arg("input", () => WithdrawReleaseInput, { description: "The release and the reason." })
    input: WithdrawReleaseInput,
    @Ctx() context: RequestContext,
  ): Promise<Release | null> {
    return loadRelease(context.loaders, await withdrawRelease(context, input));
  }
}

@Resolver(() => DeployPayload)
export class DeployReleaseResolver {
  @Mutation(() => DeployPayload, {
    description:
      "Deploys a release if every check of the endpoint's policy passes now. Otherwise the request is REFUSED, nothing is deployed, and each failed check states what to do.",
  })
  @Extensions({ role: "releaser" })
  async deployRelease(
    @Arg("input", () => DeployReleaseInput, { description: "The release to deploy." }) input: DeployReleaseInput,
    @Ctx() context: RequestContext,
  ): Promise<DeployPayload> {
    const { status, checks, release, deployment } = await deployRelease(context, input);
    return { status, checks, releaseKey: release, deploymentKey: deployment };
  }

  @FieldResolver(() => Release, { description: "The release after the request." })
  release(@Root() { releaseKey }: DeployPayload, @Ctx() { loaders }: RequestContext): Promise<Release | null> {
    return loadRelease(loaders, releaseKey);
  }

  @FieldResolver(() => Deployment, {
    nullable: true,
    description: "The new deployment; null if the request was refused.",
  })
  async deployment(
    @Root() { deploymentKey }: DeployPayload,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Deployment | null> {
    return deploymentKey === null ? null : loadDeployment(loaders, deploymentKey);
  }
}
