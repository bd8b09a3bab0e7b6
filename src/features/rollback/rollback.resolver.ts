import { Arg, Ctx, Extensions, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Loaders, RequestContext } from "../../core/api/context.js";
import type { ContainerNode } from "../../core/api/node/node.loaders.js";
import { loadDeployment } from "../../catalog/deployment/deployment.loaders.js";
import { Deployment } from "../../catalog/deployment/deployment.type.js";
import { Endpoint } from "../../catalog/deployment/endpoint.type.js";
import { EndpointRefInput } from "../../catalog/deployment/deployment.input.js";
import { requireEndpoint } from "../../catalog/deployment/require-endpoint.js";
import { ModelVersion } from "../../catalog/model/model-version.type.js";
import { loadModelVersion } from "../../catalog/model/model.loaders.js";
import { findRollbackPlan } from "./find-rollback-plan.js";
import { type Candidate, targetOf } from "./rollback-plan.js";
import { rollback } from "./rollback.service.js";
import { RollbackCandidate, RollbackInput, RollbackPayload, RollbackPlan } from "./rollback.type.js";

@Resolver(() => RollbackPlan)
export class RollbackPlanResolver {
  @Query(() => RollbackPlan, {
    nullable: true,
    description:
      "The effect of a rollback of an endpoint now: its target, and why newer deployments are not eligible. Changes nothing; to roll back, call `rollback`.",
  })
  @Extensions({ role: "reader" })
  async rollbackPlan(
    @Arg("endpoint", () => EndpointRefInput, { description: "The endpoint to roll back." }) endpoint: EndpointRefInput,
    @Ctx() { graph, loaders }: RequestContext,
  ): Promise<RollbackPlan> {
    const key = await requireEndpoint(loaders, endpoint);
    return { record: await findRollbackPlan(graph, key, null) };
  }

  @FieldResolver(() => Endpoint, { description: "The endpoint of the plan." })
  endpoint(@Root() { record }: RollbackPlan, @Ctx() { loaders }: RequestContext): Promise<ContainerNode | null> {
    return loaders.container.load(record.endpoint);
  }

  @FieldResolver(() => [Deployment], {
    description: "Deployments that serve now, newest first. A rollback ends all of them.",
  })
  serving(@Root() { record }: RollbackPlan, @Ctx() { loaders }: RequestContext): Promise<Deployment[]> {
    return loadAll(loaders, record.serving);
  }

  @FieldResolver(() => RollbackCandidate, {
    nullable: true,
    description: "The first eligible candidate; null if no candidate is eligible, in which case a rollback is REFUSED.",
  })
  target(@Root() { record }: RollbackPlan): RollbackCandidate | null {
    const target = targetOf(record);
    return target && toCandidate(target);
  }

  @FieldResolver(() => [RollbackCandidate], {
    description:
      "Deployments that a rollback may select. If versions share the traffic, those older than the newest version come first; ended deployments follow. Each group is sorted newest first.",
  })
  candidates(@Root() { record }: RollbackPlan): RollbackCandidate[] {
    return record.candidates.map(toCandidate);
  }
}

@Resolver(() => RollbackCandidate)
export class RollbackCandidateResolver {
  @FieldResolver(() => Deployment, { description: "The deployment of the candidate." })
  deployment(
    @Root() { deploymentKey }: RollbackCandidate,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Deployment | null> {
    return loadDeployment(loaders, deploymentKey);
  }

  @FieldResolver(() => ModelVersion, { description: "The model version that would serve again." })
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
      "Rolls an endpoint back to an earlier deployment. " +
      "The serving deployments end, those of other versions as ROLLED_BACK, and a new deployment of the selected " +
      "version starts at the same time with all traffic. " +
      "REFUSED if no candidate is eligible or if the serving deployments have changed.",
  })
  @Extensions({ role: "releaser" })
  async rollback(
    @Arg("input", () => RollbackInput, { description: "The endpoint, the reason and the optional target." })
    input: RollbackInput,
    @Ctx() context: RequestContext,
  ): Promise<RollbackPayload> {
    const { status, message, deployment, plan } = await rollback(context, input);
    return { status, message, deploymentKey: deployment, plan: { record: plan } };
  }

  @FieldResolver(() => Deployment, {
    nullable: true,
    description: "The new deployment; null if the rollback was refused.",
  })
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
