import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Extensions, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { Loaders, RequestContext } from "../../core/api/context.js";
import type { ContainerNode } from "../../core/api/node/node.loaders.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { presentOf } from "../../core/graph/moment.js";
import { loadDeployment } from "../../catalog/deployment/deployment.loaders.js";
import { Deployment } from "../../catalog/deployment/deployment.type.js";
import { Endpoint } from "../../catalog/deployment/endpoint.type.js";
import { EndpointRefInput } from "../../catalog/deployment/deployment.input.js";
import { requireEndpoint } from "../../catalog/deployment/require-endpoint.js";
import { ModelVersion } from "../../catalog/model/model-version.type.js";
import { loadModelVersion } from "../../catalog/model/model.loaders.js";
import { findServed } from "./served-at.js";
import { ServingCandidate, ServingRecord } from "./serving.type.js";

@Resolver(() => ServingRecord)
export class ServingResolver {
  @Query(() => ServingRecord, {
    nullable: true,
    description:
      "The model version that made a decision: the deployments that served an endpoint at a time. " +
      "Each decision falls into one of 10,000 buckets. " +
      "Each serving deployment, oldest first, has a contiguous range of buckets " +
      "in proportion to its share of the traffic.",
  })
  @Extensions({ role: "reader" })
  async servedAt(
    @Arg("endpoint", () => EndpointRefInput, { description: "The endpoint that made the decision." })
    endpoint: EndpointRefInput,
    @Arg("at", () => DateTime, { description: "Time of the decision." }) at: Date,
    @Arg("knownAt", () => DateTime, {
      nullable: true,
      description:
        "Answer from the state recorded at this time. Later corrections do not change the answer. Defaults to now.",
    })
    knownAt: Date | null,
    @Arg("decisionKey", () => String, {
      nullable: true,
      description:
        "The text that the serving code hashed to select a bucket. Without it, the answer lists every deployment that may have made the decision.",
    })
    decisionKey: string | null,
    @Ctx() { graph, loaders }: RequestContext,
  ): Promise<ServingRecord> {
    const key = await requireEndpoint(loaders, endpoint);
    const question = {
      endpointKey: key,
      at: at.getTime(),
      knownAt: knownAt?.getTime() ?? null,
      decisionKey: decisionKey ?? null,
    };
    const { candidates, ...answer } = await findServed(graph, question);
    const shown = candidates.map(({ buckets: { start, end }, ...candidate }) => ({
      ...candidate,
      knownAt: question.knownAt,
      firstBucket: start,
      endBucket: end,
    }));
    return {
      ...answer,
      endpointKey: key,
      at: question.at,
      knownAt: question.knownAt ?? presentOf(graph),
      candidates: shown,
    };
  }

  @FieldResolver(() => Endpoint, { description: "The endpoint of the question." })
  endpoint(@Root() record: ServingRecord, @Ctx() { loaders }: RequestContext): Promise<ContainerNode | null> {
    return loaders.container.load(record.endpointKey);
  }
}

@Resolver(() => ServingCandidate)
export class ServingCandidateResolver {
  @FieldResolver(() => Deployment, {
    description: "The deployment, as of `knownAt` if the question sets it, otherwise in its current state.",
  })
  deployment(
    @Root() { deploymentKey, knownAt }: ServingCandidate,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Deployment | null> {
    return loadDeployment(loadersAt(knownAt, context, info), deploymentKey);
  }

  @FieldResolver(() => ModelVersion, {
    description:
      "The model version that the deployment serves, as of `knownAt` if the question sets it, otherwise in its current state.",
  })
  modelVersion(
    @Root() { modelVersionKey, knownAt }: ServingCandidate,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ModelVersion | null> {
    return loadModelVersion(loadersAt(knownAt, context, info), modelVersionKey);
  }
}

/** The loaders of a field inside a question with `knownAt`: what has been retracted since was recorded then. */
function loadersAt(
  knownAt: number | null,
  { moments, loaders }: RequestContext,
  { path }: GraphQLResolveInfo,
): Loaders {
  return knownAt === null ? loaders : moments.set(path, { known: knownAt, at: knownAt }).loaders;
}
