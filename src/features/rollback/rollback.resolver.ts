import { Arg, Ctx, Extensions, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Loaders, RequestContext } from "../../core/api/context.js";
import type { ContainerNode } from "../../core/api/node/node.loaders.js";
import { loadDeployment } from "../../catalog/deployment/deployment.loaders.js";
import { Deployment, Endpoint, EndpointRefInput } from "../../catalog/deployment/index.js";
import { ModelVersion } from "../../catalog/model/index.js";
import { loadModelVersion } from "../../catalog/model/model.loaders.js";
import { NotFoundError } from "../../core/shared/errors.js";
import { endpointKey } from "../../core/shared/key.js";
import { findRollbackPlan } from "./find-rollback-plan.js";
import { type Candidate, targetOf } from "./rollback-plan.js";
import { rollback } from "./rollback.service.js";
import { RollbackCandidate, RollbackInput, RollbackPayload, RollbackPlan } from "./rollback.type.js";

@Resolver(() => RollbackPlan)
export class RollbackPlanResolver {
  @Query(() => RollbackPlan, {
    description:
      "What a rollback of an endpoint would go back to now, and why not to anything newer. Asking changes nothing; `rollback` does.",
  })
  @Extensions({ role: "reader" })
  async rollbackPlan(
    @Arg("endpoint", () => EndpointRefInput, { description: "Where." }) endpoint: EndpointRefInput,
    @Ctx() { graph, loaders }: RequestContext,
  ): Promise<RollbackPlan> {
    const key = endpointKey(endpoint.namespace, endpoint.name);
    if (!(await loaders.container.load(key)))
      throw new NotFoundError(
        `there is no endpoint ${endpoint.name} in ${endpoint.namespace}; endpoints lists those that there are`,
        { endpoint: key },
      );
    return { record: await findRollbackPlan(graph, key, null) };
  }

  @FieldResolver(() => Endpoint, { description: "Where." })
  endpoint(@Root() { record }: RollbackPlan, @Ctx() { loaders }: RequestContext): Promise<ContainerNode | null> {
    return loaders.container.load(record.endpoint);
  }

  @FieldResolver(() => [Deployment], { description: "What serves, newest first; a rollback ends all of it." })
  serving(@Root() { record }: RollbackPlan, @Ctx() { loaders }: RequestContext): Promise<Deployment[]> {
    return loadAll(loaders, record.serving);
  }

  @FieldResolver(() => RollbackCandidate, {
    nullable: true,
    description: "The first eligible candidate; null where there is none, so that a rollback would be REFUSED.",
  })
  target(@Root() { record }: RollbackPlan): RollbackCandidate | null {
    const target = targetOf(record);
    return target && toCandidate(target);
  }

  @FieldResolver(() => [RollbackCandidate], {
    description:
      "What might be gone back to, newest first: where versions share the traffic those beside the newest, which ending it leaves; then what ended.",
  })
  candidates(@Root() { record }: RollbackPlan): RollbackCandidate[] {
    return record.candidates.map(toCandidate);
  }
}

@Resolver(() => RollbackCandidate)
export class RollbackCandidateResolver {
  @FieldResolver(() => Deployment, { description: "The deployment." })
  deployment(
    @Root() { deploymentKey }: RollbackCandidate,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Deployment | null> {
    return loadDeployment(loaders, deploymentKey);
  }

  @FieldResolver(() => ModelVersion, { description: "What would serve again." })
  modelVersion(
    @Root() { modelVersionKey }: RollbackCandidate,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ModelVersion | null> {
    return loadModelVersion(loaders, modelVersionKey);
  }
}

@Resolver(() => RollbackPayload)
export class RollbackResolver {
  @Mutation(() => RollbackPayload, {
    description:
      "Takes an endpoint back to an earlier deployment: what serves ends as ROLLED_BACK, and a new deployment of that version begins at the same moment with all traffic. REFUSED where nothing is eligible, or something else serves by then.",
  })
  @Extensions({ role: "releaser" })
  async rollback(
    @Arg("input", () => RollbackInput, { description: "Where and why." }) input: RollbackInput,
    @Ctx() context: RequestContext,
  ): Promise<RollbackPayload> {
    const { status, message, deployment, plan } = await rollback(context, input);
    return { status, message, deploymentKey: deployment, plan: { record: plan } };
  }

  @FieldResolver(() => Deployment, { nullable: true, description: "What began; null where it was refused." })
  async deployment(
    @Root() { deploymentKey }: RollbackPayload,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Deployment | null> {
    return deploymentKey === null ? null : loadDeployment(loaders, deploymentKey);
  }
}

function toCandidate({ deployment, modelVersion, eligible, reasons }: Candidate): RollbackCandidate {
  return { deploymentKey: deployment, modelVersionKey: modelVersion, eligible, reasons };
}

async function loadAll(loaders: Loaders, keys: readonly string[]): Promise<Deployment[]> {
  const found = await Promise.all(keys.map((key) => loadDeployment(loaders, key)));
  return found.filter((deployment) => deployment !== null);
}
