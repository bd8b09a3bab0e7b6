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
      "Records an observed deployment. It takes its share of the endpoint's traffic; current deployments keep the remaining traffic, and end as SUPERSEDED if none remains.",
  })
  @Extensions({ role: "writer" })
  async recordDeployment(
    @Arg("input", () => RecordDeploymentInput, { description: "The observed deployment." })
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

  @FieldResolver(() => Endpoint, { description: "Endpoint of the deployment." })
  endpoint(@Root() { endpointKey, stage }: Deployment): Endpoint {
    return toEndpoint({ key: endpointKey, stage });
  }

  @FieldResolver(() => ModelVersion, { description: "Model version that the deployment serves." })
  modelVersion(
    @Root() { modelVersionKey }: Deployment,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ModelVersion | null> {
    return loadModelVersion(loaders, modelVersionKey);
  }

  @FieldResolver(() => CodeCommit, { nullable: true, description: "Commit of the serving code. Null if unknown." })
  async codeCommit(
    @Root() { codeCommitKey }: Deployment,
    @Ctx() { loaders }: RequestContext,
  ): Promise<CodeCommit | null> {
    return codeCommitKey === null ? null : loadCommit(loaders, codeCommitKey);
  }

  @FieldResolver(() => Environment, {
    nullable: true,
    description: "Environment of the serving code. Null if unknown.",
  })
  async environment(
    @Root() { environmentKey }: Deployment,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Environment | null> {
    return environmentKey === null ? null : loadEnvironment(loaders, environmentKey);
  }
}
