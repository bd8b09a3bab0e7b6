import { Arg, Ctx, Extensions, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { recordFact } from "../../core/api/record-fact.js";
import { BigInt } from "../../core/api/scalars/big-int.scalar.js";
import { snapshotKey } from "../../core/shared/key.js";
import { DatasetSnapshot, DatasetSnapshotConnection, type SizedConnection } from "./dataset-snapshot.type.js";
import { RegisterDatasetSnapshotInput } from "./dataset.input.js";
import { loadSnapshot } from "./dataset.loaders.js";
import { datasetOf, findUnderOtherNames } from "./dataset.repository.js";
import { Dataset } from "./dataset.type.js";

@Resolver(() => DatasetSnapshot)
export class DatasetSnapshotResolver {
  @Query(() => DatasetSnapshot, {
    nullable: true,
    description:
      "Returns a snapshot, or null if it does not exist. If it is recorded under another name of its dataset only, returns that snapshot.",
  })
  @Extensions({ role: "reader" })
  async datasetSnapshot(
    @Arg("namespace", () => String, { description: "Namespace of the dataset." }) namespace: string,
    @Arg("dataset", () => String, { description: "Name of the dataset." }) dataset: string,
    @Arg("version", () => String, { description: "Version of the snapshot." }) version: string,
    @Ctx() { graph, loaders }: RequestContext,
  ): Promise<DatasetSnapshot | null> {
    const key = snapshotKey(namespace, dataset, version);
    const known = await loadSnapshot(loaders, key);
    if (known) return known;
    const otherKey = (await findUnderOtherNames(graph, [key], null)).get(key);
    return otherKey === undefined ? null : loadSnapshot(loaders, otherKey);
  }

  @Mutation(() => DatasetSnapshot, {
    nullable: false,
    description:
      "Registers a snapshot or adds fields that were unknown. A different value for a recorded field is a CONFLICT.",
  })
  @Extensions({ role: "writer" })
  async registerDatasetSnapshot(
    @Arg("input", () => RegisterDatasetSnapshotInput, { description: "The snapshot to register." })
    input: RegisterDatasetSnapshotInput,
    @Ctx() context: RequestContext,
  ): Promise<DatasetSnapshot | null> {
    return loadSnapshot(context.loaders, await recordFact(context, { operation: "registerDatasetSnapshot", input }));
  }

  @FieldResolver(() => Dataset, { description: "Dataset of the snapshot." })
  dataset(@Root() { datasetKey }: DatasetSnapshot): Dataset {
    return datasetOf(datasetKey);
  }

  @FieldResolver(() => [DatasetSnapshot], {
    description: "Upstream snapshots that were reported without a run, such as the source of a copy.",
  })
  async derivedFrom(
    @Root() { derivedFromKeys }: DatasetSnapshot,
    @Ctx() { loaders }: RequestContext,
  ): Promise<DatasetSnapshot[]> {
    const upstream = await Promise.all(derivedFromKeys.map((key) => loadSnapshot(loaders, key)));
    return upstream.filter((snapshot) => snapshot !== null);
  }
}

@Resolver(() => DatasetSnapshotConnection)
export class SnapshotConnectionResolver {
  @FieldResolver(() => BigInt, {
    description: "Total size of the whole list, in bytes. Snapshots of unknown size count as 0.",
  })
  totalBytes(@Root() { totalBytes }: SizedConnection<DatasetSnapshot>): number | Promise<number> {
    return typeof totalBytes === "number" ? totalBytes : totalBytes();
  }
}
