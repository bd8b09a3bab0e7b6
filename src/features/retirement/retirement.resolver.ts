import { Arg, Ctx, Extensions, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { loadDeployment } from "../../catalog/deployment/deployment.loaders.js";
import { Deployment } from "../../catalog/deployment/deployment.type.js";
import { endDeployment } from "./retirement.service.js";
import { EndDeploymentInput } from "./retirement.type.js";

@Resolver()
export class RetirementResolver {
  @Mutation(() => Deployment, {
    description:
      "Ends a deployment as RETIRED without starting another one. Other current deployments keep their traffic. " +
      "A deployment that had ended by then is a CONFLICT.",
  })
  @Extensions({ role: "releaser" })
  async endDeployment(
    @Arg("input", () => EndDeploymentInput, { description: "The deployment to end and the reason." })
    input: EndDeploymentInput,
    @Ctx() context: RequestContext,
  ): Promise<Deployment | null> {
    const key = await endDeployment(context, input);
    return loadDeployment(context.loaders, key);
  }
}
