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
    description: "Run that produced it. If several are recorded, the first recorded one. Null if unknown.",
  })
  async producedBy(
    @Root() { producedByKey }: DatasetSnapshot,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Run | null> {
    return producedByKey === null ? null : loadRun(loaders, producedByKey);
  }

  @FieldResolver(() => RunConnection, {
    description:
      "Runs that used the snapshot in any role, latest first by `startedAt`, or by `recordedAt` if `startedAt` is unknown.",
  })
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
    description: "Run that produced it. If several are recorded, the first recorded one. Null if unknown.",
  })
  async producedBy(@Root() { producedByKey }: ModelVersion, @Ctx() { loaders }: RequestContext): Promise<Run | null> {
    return producedByKey === null ? null : loadRun(loaders, producedByKey);
  }

  @FieldResolver(() => [DatasetSnapshot], {
    description:
      "Snapshots that the producing run used for training: in a role that starts with `train`, ignoring letter case.",
  })
  trainingData(@Root() { key }: ModelVersion, @Ctx() { loaders }: RequestContext): Promise<readonly DatasetSnapshot[]> {
    return loaders.trainingData.load(key);
  }
}
