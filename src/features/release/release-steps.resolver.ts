import { Arg, Ctx, Extensions, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { loadDeployment } from "../../catalog/deployment/deployment.loaders.js";
import { Deployment } from "../../catalog/deployment/index.js";
import { deployRelease } from "./deploy-release.js";
import { DeployReleaseInput, ProposeReleaseInput, ReviewReleaseInput, WithdrawReleaseInput } from "./release.input.js";
import { loadRelease } from "./release.loaders.js";
import { proposeRelease, reviewRelease, withdrawRelease } from "./release.service.js";
import { DeployPayload, Release } from "./release.type.js";

@Resolver(() => Release)
export class ReleaseStepsResolver {
  @Mutation(() => Release, {
    description:
      "Proposes to deploy a model version at an endpoint. Where the endpoint's policy asks for no approvals, it is APPROVED at once.",
  })
  @Extensions({ role: "writer" })
  async proposeRelease(
    @Arg("input", () => ProposeReleaseInput, { description: "What is to be deployed where." })
    input: ProposeReleaseInput,
    @Ctx() context: RequestContext,
  ): Promise<Release | null> {
    return loadRelease(context.loaders, await proposeRelease(context, input));
  }

  @Mutation(() => Release, {
    description:
      "Approves or rejects a release; each person has one word, and the last one counts. One rejection closes the release.",
  })
  @Extensions({ role: "releaser" })
  async reviewRelease(
    @Arg("input", () => ReviewReleaseInput, { description: "The word." }) input: ReviewReleaseInput,
    @Ctx() context: RequestContext,
  ): Promise<Release | null> {
    return loadRelease(context.loaders, await reviewRelease(context, input));
  }

  @Mutation(() => Release, { description: "Takes a release back that was not deployed." })
  @Extensions({ role: "writer" })
  async withdrawRelease(
    @Arg("input", () => WithdrawReleaseInput, { description: "The release and why." }) input: WithdrawReleaseInput,
    @Ctx() context: RequestContext,
  ): Promise<Release | null> {
    return loadRelease(context.loaders, await withdrawRelease(context, input));
  }
}

@Resolver(() => DeployPayload)
export class DeployReleaseResolver {
  @Mutation(() => DeployPayload, {
    description:
      "Deploys a release where every check of the endpoint's policy passes at this moment; otherwise it is REFUSED, nothing changes, and every check says what to do.",
  })
  @Extensions({ role: "releaser" })
  async deployRelease(
    @Arg("input", () => DeployReleaseInput, { description: "The release." }) input: DeployReleaseInput,
    @Ctx() context: RequestContext,
  ): Promise<DeployPayload> {
    const { status, checks, release, deployment } = await deployRelease(context, input);
    return { status, checks, releaseKey: release, deploymentKey: deployment };
  }

  @FieldResolver(() => Release, { description: "The release as it stands." })
  release(@Root() { releaseKey }: DeployPayload, @Ctx() { loaders }: RequestContext): Promise<Release | null> {
    return loadRelease(loaders, releaseKey);
  }

  @FieldResolver(() => Deployment, { nullable: true, description: "What began; null where it was refused." })
  async deployment(
    @Root() { deploymentKey }: DeployPayload,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Deployment | null> {
    return deploymentKey === null ? null : loadDeployment(loaders, deploymentKey);
  }
}
