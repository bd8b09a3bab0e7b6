import { MetricResolver, ModelVersionMetricsResolver, RunMeasuresResolver } from "./run-measures.resolver.js";
import { RunInputResolver, RunOutputResolver, RunUsesResolver } from "./run-uses.resolver.js";
import { RunResolver } from "./run.resolver.js";
import { ModelVersionRunsResolver, SnapshotRunsResolver } from "./runs-of.resolver.js";

export const runResolvers = [
  RunResolver,
  RunMeasuresResolver,
  RunUsesResolver,
  RunInputResolver,
  RunOutputResolver,
  MetricResolver,
  ModelVersionMetricsResolver,
  SnapshotRunsResolver,
  ModelVersionRunsResolver,
] as const;
