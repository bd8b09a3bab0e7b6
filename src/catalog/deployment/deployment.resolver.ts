import { Arg, Ctx, Extensions, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { recordFact } from "../../core/api/record-fact.js";
import { CodeCommit } from "../code/code-commit.type.js";
import { loadCommit } from "../code/code.repository.js";
import { loadEnvironment } from "../environment/environment.loaders.js";
import { Environment } from "../environment/environment.type.js";
import { loadModelVersion } from "../model/model.loaders.js";
import { ModelVersion } from "../model/model-version.type.js";
import { RecordDeploymentInput } from "./deployment.input.js";
import { loadDeployment } from "./deployment.loaders.js";
import { toEndpoint } from "./deployment.repository.js";
import { Deployment } from "./deployment.type.js";
import { Endpoint } from "./endpoint.type.js";

@Resolver(() => Deployment)
export class DeploymentResolver {
  @Mutation(() => Deployment, {
    description:
      "Records what was observed to serve; the endpoint's other deployments give way to it as its traffic demands.",
  })
  @Extensions({ role: "writer" })
  async recordDeployment(
    @Arg("input", () => RecordDeploymentInput, { description: "The deployment as observed." })
    input: RecordDeploymentInput,
    @Ctx() context: RequestContext,
  ): Promise<Deployment | null> {
    const key = await recordFact(context, {
      operation: "recordDeployment",
      input,
      idempotencyKey: input.idempotencyKey,
    });
    return loadDeployment(context.loaders, key);
  }

  @FieldResolver(() => Endpoint, { description: "Where it serves." })
  endpoint(@Root() { endpointKey, stage }: Deployment): Endpoint {
    return toEndpoint({ key: endpointKey, stage });
  }

  @FieldResolver(() => ModelVersion, { description: "What it serves." })
  modelVersion(
    @Root() { modelVersionKey }: Deployment,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ModelVersion | null> {
    return loadModelVersion(loaders, modelVersionKey);
  }

  @FieldResolver(() => CodeCommit, { nullable: true, description: "The commit of the serving code, where known." })
  async codeCommit(
    @Root() { codeCommitKey }: Deployment,
    @Ctx() { loaders }: RequestContext,
  ): Promise<CodeCommit | null> {
    return codeCommitKey === null ? null : loadCommit(loaders, codeCommitKey);
  }

  @FieldResolver(() => Environment, { nullable: true, description: "What the serving code runs in, where known." })
  async environment(
    @Root() { environmentKey }: Deployment,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Environment | null> {
    return environmentKey === null ? null : loadEnvironment(loaders, environmentKey);
  }
}
