import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Connection } from "../../core/api/connection.js";
import type { RequestContext } from "../../core/api/context.js";
import { PageArgs } from "../../core/api/page.js";
import { timeConnection } from "../../core/api/time-page.js";
import { DatasetSnapshot } from "../dataset/dataset-snapshot.type.js";
import { ModelVersion } from "../model/model-version.type.js";
import { loadRun } from "./run.loaders.js";
import { Run, RunConnection } from "./run.type.js";

@Resolver(() => DatasetSnapshot)
export class SnapshotRunsResolver {
  @FieldResolver(() => Run, {
    nullable: true,
    description: "The run that made it, where known; of several, the one first known to have.",
  })
  async producedBy(
    @Root() { producedByKey }: DatasetSnapshot,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Run | null> {
    return producedByKey === null ? null : loadRun(loaders, producedByKey);
  }

  @FieldResolver(() => RunConnection, { description: "The runs that used it, in whatever role, latest first." })
  usedBy(
    @Root() { key }: DatasetSnapshot,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: RequestContext,
  ): Connection<Run> {
    return timeConnection(key, args, loaders.snapshotUserPage, loaders.snapshotUserCount);
  }
}

@Resolver(() => ModelVersion)
export class ModelVersionRunsResolver {
  @FieldResolver(() => Run, {
    nullable: true,
    description: "The run that made it, where known; of several, the one first known to have.",
  })
  async producedBy(@Root() { producedByKey }: ModelVersion, @Ctx() { loaders }: RequestContext): Promise<Run | null> {
    return producedByKey === null ? null : loadRun(loaders, producedByKey);
  }

  @FieldResolver(() => [DatasetSnapshot], {
    description: "Every snapshot used with a training role by the run that produced it: one that begins with `train`.",
  })
  trainingData(@Root() { key }: ModelVersion, @Ctx() { loaders }: RequestContext): Promise<readonly DatasetSnapshot[]> {
    return loaders.trainingData.load(key);
  }
}
