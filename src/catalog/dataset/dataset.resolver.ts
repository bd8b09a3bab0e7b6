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
  @Query(() => Dataset, { nullable: true, description: "Returns a dataset, or null if it does not exist." })
  @Extensions({ role: "reader" })
  dataset(
    @Arg("namespace", () => String, { description: "Namespace of the dataset." }) namespace: string,
    @Arg("name", () => String, { description: "Name of the dataset." }) name: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ContainerNode | null> {
    return loaders.container.load(datasetKey(namespace, name));
  }

  @Query(() => DatasetConnection, { description: "Lists datasets, ordered by key." })
  @Extensions({ role: "reader" })
  datasets(
    @Arg("namespace", () => String, {
      nullable: true,
      description: "Returns only datasets in this namespace. Defaults to all namespaces.",
    })
    namespace: string | null = null,
    @Arg("nameContains", () => String, {
      nullable: true,
      description: "Returns only datasets whose name contains this text, ignoring letter case.",
    })
    nameContains: string | null = null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { graph }: RequestContext,
  ): Connection<Dataset> {
    return listDatasets(graph, { namespace, nameContains }, page);
  }

  @FieldResolver(() => DatasetSnapshotConnection, {
    description:
      "Snapshots of the dataset, under every name that was declared to be the same, newest first by `createdAt`, or by `recordedAt` if `createdAt` is unknown.",
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

  @FieldResolver(() => DatasetSnapshot, {
    nullable: true,
    description: "The newest snapshot, in the order of `snapshots`. Null if the dataset has none.",
  })
  latest(@Root() { key }: Dataset, @Ctx() { loaders }: RequestContext): Promise<DatasetSnapshot | null> {
    return newestOf(key, loaders.snapshotPage);
  }
}
