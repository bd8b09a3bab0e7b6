import { Arg, Args, Ctx, Extensions, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Connection } from "../../core/api/connection.js";
import type { RequestContext } from "../../core/api/context.js";
import type { ContainerNode } from "../../core/api/node/node.loaders.js";
import { PageArgs } from "../../core/api/page.js";
import { newestOf, timeConnection } from "../../core/api/time-page.js";
import { datasetKey } from "../../core/shared/key.js";
import { DatasetSnapshot, DatasetSnapshotConnection, type SizedConnection } from "./dataset-snapshot.type.js";
import { listDatasets } from "./dataset.repository.js";
import { Dataset, DatasetConnection } from "./dataset.type.js";

@Resolver(() => Dataset)
export class DatasetResolver {
  @Query(() => Dataset, { nullable: true, description: "The dataset with this name, or null." })
  @Extensions({ role: "reader" })
  dataset(
    @Arg("namespace", () => String, { description: "The dataset's namespace." }) namespace: string,
    @Arg("name", () => String, { description: "The dataset's name." }) name: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ContainerNode | null> {
    return loaders.container.load(datasetKey(namespace, name));
  }

  @Query(() => DatasetConnection, { description: "Datasets by key." })
  @Extensions({ role: "reader" })
  datasets(
    @Arg("namespace", () => String, { nullable: true, description: "Only those of this namespace." })
    namespace: string | null = null,
    @Arg("nameContains", () => String, {
      nullable: true,
      description: "Only those whose name has this in it, in upper or lower case.",
    })
    nameContains: string | null = null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { graph }: RequestContext,
  ): Connection<Dataset> {
    return listDatasets(graph, { namespace, nameContains }, page);
  }

  @FieldResolver(() => DatasetSnapshotConnection, {
    description: "Its snapshots, newest first: by when they were created, else recorded.",
  })
  snapshots(
    @Root() { key }: Dataset,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: RequestContext,
  ): SizedConnection<DatasetSnapshot> {
    return {
      ...timeConnection(key, args, loaders.snapshotPage, loaders.snapshotCount),
      totalBytes: () => loaders.snapshotBytes.load(key),
    };
  }

  @FieldResolver(() => DatasetSnapshot, { nullable: true, description: "Its newest snapshot." })
  latest(@Root() { key }: Dataset, @Ctx() { loaders }: RequestContext): Promise<DatasetSnapshot | null> {
    return newestOf(key, loaders.snapshotPage);
  }
}
