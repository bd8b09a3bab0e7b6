import {
  CodeChangeResolver,
  DataChangeResolver,
  EnvironmentChangeResolver,
  UsedModelChangeResolver,
} from "./changes.resolver.js";
import { ComparisonResolver, ModelComparisonResolver, RunComparisonResolver } from "./comparison.resolver.js";
import { ServingComparisonResolver } from "./serving-comparison.resolver.js";

export const comparisonResolvers = [
  ModelComparisonResolver,
  RunComparisonResolver,
  ServingComparisonResolver,
  ComparisonResolver,
  DataChangeResolver,
  UsedModelChangeResolver,
  CodeChangeResolver,
  EnvironmentChangeResolver,
] as const;
