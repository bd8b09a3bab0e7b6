import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { loadSnapshot } from "../dataset/dataset.loaders.js";
import { DatasetSnapshot } from "../dataset/dataset-snapshot.type.js";
import { metricsOf, parametersOf } from "./run.repository.js";
import { Metric, Parameter, Run } from "./run.type.js";

@Resolver(() => Run)
export class RunMeasuresResolver {
  @FieldResolver(() => [Parameter], { description: "What it was started with, by name." })
  async parameters(@Root() { key }: Run, @Ctx() { loaders }: RequestContext): Promise<Parameter[]> {
    return (await loaders.runMeasures.load(key)).flatMap(parametersOf);
  }

  @FieldResolver(() => [Metric], { description: "The last value of each metric and dataset, by name." })
  async metrics(@Root() { key }: Run, @Ctx() { loaders }: RequestContext): Promise<Metric[]> {
    return (await loaders.runMeasures.load(key)).flatMap(metricsOf);
  }
}

@Resolver(() => Metric)
export class MetricResolver {
  @FieldResolver(() => DatasetSnapshot, {
    nullable: true,
    description: "The snapshot that it was measured on, where known.",
  })
  async dataset(@Root() { datasetKey }: Metric, @Ctx() { loaders }: RequestContext): Promise<DatasetSnapshot | null> {
    return datasetKey === null ? null : loadSnapshot(loaders, datasetKey);
  }
}
