import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { loadSnapshot } from "../dataset/dataset.loaders.js";
import { DatasetSnapshot } from "../dataset/dataset-snapshot.type.js";
import { ModelVersion } from "../model/model-version.type.js";
import { metricsOf, parametersOf, tagsOf } from "./run.repository.js";
import { Metric } from "../measure/metric.type.js";
import { Parameter, Run, RunTag } from "./run.type.js";

@Resolver(() => Run)
export class RunMeasuresResolver {
  @FieldResolver(() => [Parameter], { description: "Parameters of the run, ordered by name." })
  async parameters(@Root() { key }: Run, @Ctx() { loaders }: RequestContext): Promise<Parameter[]> {
    return (await loaders.runMeasures.load(key)).flatMap(parametersOf);
  }

  @FieldResolver(() => [RunTag], {
    description: "Tags of the run, ordered by name. If reports differ, the tags observed last.",
  })
  async tags(@Root() { key }: Run, @Ctx() { loaders }: RequestContext): Promise<RunTag[]> {
    return (await loaders.runMeasures.load(key)).flatMap(tagsOf);
  }

  @FieldResolver(() => [Metric], { description: "Newest value of each metric on each dataset, ordered by name." })
  async metrics(@Root() { key }: Run, @Ctx() { loaders }: RequestContext): Promise<Metric[]> {
    return (await loaders.runMeasures.load(key)).flatMap(metricsOf);
  }
}

@Resolver(() => ModelVersion)
export class ModelVersionMetricsResolver {
  @FieldResolver(() => [Metric], {
    description: "Newest value of each metric that was reported of this version itself, ordered by name.",
  })
  async metrics(@Root() { key }: ModelVersion, @Ctx() { loaders }: RequestContext): Promise<Metric[]> {
    return (await loaders.runMeasures.load(key)).flatMap(metricsOf);
  }
}

@Resolver(() => Metric)
export class MetricResolver {
  @FieldResolver(() => DatasetSnapshot, {
    nullable: true,
    description: "Snapshot that the metric was measured on. Null if unknown.",
  })
  async dataset(@Root() { datasetKey }: Metric, @Ctx() { loaders }: RequestContext): Promise<DatasetSnapshot | null> {
    return datasetKey === null ? null : loadSnapshot(loaders, datasetKey);
  }
}
