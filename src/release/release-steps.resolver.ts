import { Arg, Ctx, Extensions, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../api/context.js";
import { ProposeReleaseInput, ReviewReleaseInput, WithdrawReleaseInput } from "./release.input.js";
import { loadRelease } from "./release.loaders.js";
import { proposeRelease, reviewRelease, withdrawRelease } from "./release.service.js";
import { Release } from "./release.type.js";

@Resolver(() => Release)
export class ReleaseStepsResolver {
  @Mutation(() => Release, { description: "Proposes to deploy a model version at an endpoint. Where the endpoint's policy asks for no approvals, it is APPROVED at once." })
  @Extensions({ role: "writer" })
  async proposeRelease(
    @Arg("input", () => ProposeReleaseInput, { description: "What is to be deployed where." }) input: ProposeReleaseInput,
    @Ctx() context: RequestContext,
  ): Promise<Release | null> {
    return loadRelease(context.loaders, await proposeRelease(context, input));
  }

  @Mutation(() => Release, { description: "Approves or rejects a release; each person has one word, and the last one counts. One rejection closes the release." })
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
