import { DatasetAliasResolver } from "./dataset-alias.resolver.js";
import {
  ImpactSimilarDatasetsResolver,
  PlanSimilarDatasetsResolver,
  SimilarDatasetResolver,
} from "./similar-datasets.resolver.js";

export const datasetAliasResolvers = [
  DatasetAliasResolver,
  PlanSimilarDatasetsResolver,
  ImpactSimilarDatasetsResolver,
  SimilarDatasetResolver,
] as const;
