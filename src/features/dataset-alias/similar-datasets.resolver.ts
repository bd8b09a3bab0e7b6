import { Ctx, Extensions, FieldResolver, Resolver, Root } from "type-graphql";
import { closureCost } from "../../core/api/answer-size.js";
import type { RequestContext } from "../../core/api/context.js";
import { datasetKey, parseKey } from "../../core/shared/key.js";
import { datasetOf } from "../../catalog/dataset/dataset.repository.js";
import { Dataset } from "../../catalog/dataset/dataset.type.js";
import { DeletionPlan } from "../deletion/deletion.type.js";
import { ImpactAnswer } from "../impact/impact-answer.js";
import { Impact } from "../impact/impact.type.js";
import { findRoots } from "../lineage/roots.js";
import { findSimilar } from "./dataset-alias.statements.js";
import { SimilarDataset } from "./similar-dataset.type.js";

/** Maximum number of similar datasets that an answer lists. */
const maxSimilar = 500;

@Resolver(() => DeletionPlan)
export class PlanSimilarDatasetsResolver {
  @FieldResolver(() => [SimilarDataset], {
    description:
      "Datasets that may be the dataset of a target under another name, ordered by key; at most 500. The plan does not cover what depends on them.",
  })
  similarDatasets(@Root() { answer }: DeletionPlan, @Ctx() context: RequestContext): Promise<SimilarDataset[]> {
    return loadSimilar(answer.impact, context);
  }
}

@Resolver(() => Impact)
export class ImpactSimilarDatasetsResolver {
  @FieldResolver(() => [SimilarDataset], {
    description:
      "Datasets that may be the dataset of a root under another name, ordered by key; at most 500. The impact does not cover what depends on them.",
  })
  similarDatasets(@Root() impact: ImpactAnswer, @Ctx() context: RequestContext): Promise<SimilarDataset[]> {
    return loadSimilar(impact, context);
  }
}

@Resolver(() => SimilarDataset)
export class SimilarDatasetResolver {
  @FieldResolver(() => Dataset, { description: "Dataset of a target or root." })
  dataset(@Root() { datasetKey }: SimilarDataset): Dataset {
    return datasetOf(datasetKey);
  }

  @FieldResolver(() => Dataset, { description: "Dataset that may be the same." })
  similar(@Root() { similarKey }: SimilarDataset): Dataset {
    return datasetOf(similarKey);
  }

  @FieldResolver(() => Impact, { description: "Impact of a change to all snapshots of the similar dataset." })
  @Extensions({ cost: closureCost })
  async impact(@Root() { similarKey }: SimilarDataset, @Ctx() context: RequestContext): Promise<Impact> {
    return new ImpactAnswer(await findRoots(context.graph, [{ key: similarKey }], null), null, context);
  }
}

async function loadSimilar({ rootKeys }: ImpactAnswer, { graph }: RequestContext): Promise<SimilarDataset[]> {
  const datasetKeys = rootKeys.map(parseKey).flatMap((parts) => {
    const { kind, namespace = "", name = "" } = parts ?? {};
    return kind === "snapshot" ? [datasetKey(namespace, name)] : [];
  });
  const rows = await graph.read(findSimilar, { keys: [...rootKeys], datasetKeys, limit: maxSimilar });
  return rows.map(({ dataset, similar, snapshots }) => ({
    datasetKey: dataset,
    similarKey: similar,
    snapshotCount: snapshots,
  }));
}
