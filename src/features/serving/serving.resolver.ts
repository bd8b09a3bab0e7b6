import { Arg, Ctx, Extensions, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import type { ContainerNode } from "../../core/api/node/node.loaders.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { loadDeployment } from "../../catalog/deployment/deployment.loaders.js";
import { Deployment, Endpoint, EndpointRefInput } from "../../catalog/deployment/index.js";
import { ModelVersion } from "../../catalog/model/index.js";
import { loadModelVersion } from "../../catalog/model/model.loaders.js";
import { NotFoundError } from "../../core/shared/errors.js";
import { endpointKey } from "../../core/shared/key.js";
import { findServed } from "./served-at.js";
import { ServingCandidate, ServingRecord } from "./serving.type.js";

@Resolver(() => ServingRecord)
export class ServingResolver {
  @Query(() => ServingRecord, {
    description:
      "Which model version made a decision: what served at an endpoint at a moment. Each decision has one of 10,000 buckets, and of those that serve, oldest first, each has as many in a row as its share of the traffic.",
  })
  @Extensions({ role: "reader" })
  async servedAt(
    @Arg("endpoint", () => EndpointRefInput, { description: "Where." }) endpoint: EndpointRefInput,
    @Arg("at", () => DateTime, { description: "When the decision was made." }) at: Date,
    @Arg("knownAt", () => DateTime, {
      nullable: true,
      description:
        "Answer from what was recorded until this moment; all that is recorded now unless given. Later corrections do not change the answer.",
    })
    knownAt: Date | null,
    @Arg("decisionKey", () => String, {
      nullable: true,
      description:
        "What the serving code took the decision's hash of, where traffic was split; without it, all that may have made it.",
    })
    decisionKey: string | null,
    @Ctx() { graph, loaders }: RequestContext,
  ): Promise<ServingRecord> {
    const key = endpointKey(endpoint.namespace, endpoint.name);
    if (!(await loaders.container.load(key)))
      throw new NotFoundError(
        `there is no endpoint ${endpoint.name} in ${endpoint.namespace}; endpoints lists those that there are`,
        { endpoint: key },
      );
    const question = {
      endpointKey: key,
      at: at.getTime(),
      knownAt: knownAt?.getTime() ?? null,
      decisionKey: decisionKey ?? null,
    };
    const { candidates, ...answer } = await findServed(graph, question);
    const shown = candidates.map(({ buckets: { start, end }, ...candidate }) => ({
      ...candidate,
      firstBucket: start,
      endBucket: end,
    }));
    return { ...answer, endpointKey: key, at: question.at, knownAt: question.knownAt ?? Date.now(), candidates: shown };
  }

  @FieldResolver(() => Endpoint, { description: "Where." })
  endpoint(@Root() record: ServingRecord, @Ctx() { loaders }: RequestContext): Promise<ContainerNode | null> {
    return loaders.container.load(record.endpointKey);
  }
}

@Resolver(() => ServingCandidate)
export class ServingCandidateResolver {
  @FieldResolver(() => Deployment, { description: "The deployment, as it stands now." })
  deployment(
    @Root() { deploymentKey }: ServingCandidate,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Deployment | null> {
    return loadDeployment(loaders, deploymentKey);
  }

  @FieldResolver(() => ModelVersion, { description: "What it serves." })
  modelVersion(
    @Root() { modelVersionKey }: ServingCandidate,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ModelVersion | null> {
    return loadModelVersion(loaders, modelVersionKey);
  }
}
