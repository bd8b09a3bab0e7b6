import { Arg, Ctx, Extensions, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { recordFact } from "../../core/api/record-fact.js";
import { BigInt } from "../../core/api/scalars/big-int.scalar.js";
import { snapshotKey } from "../../core/shared/key.js";
import { DatasetSnapshot, DatasetSnapshotConnection, type SizedConnection } from "./dataset-snapshot.type.js";
import { RegisterDatasetSnapshotInput } from "./dataset.input.js";
import { loadSnapshot } from "./dataset.loaders.js";
import { datasetOf } from "./dataset.repository.js";
import { Dataset } from "./dataset.type.js";

@Resolver(() => DatasetSnapshot)
export class DatasetSnapshotResolver {
  @Query(() => DatasetSnapshot, { nullable: true, description: "The snapshot with this name and version, or null." })
  @Extensions({ role: "reader" })
  datasetSnapshot(
    @Arg("namespace", () => String, { description: "The dataset's namespace." }) namespace: string,
    @Arg("dataset", () => String, { description: "The dataset's name." }) dataset: string,
    @Arg("version", () => String, { description: "The snapshot's version." }) version: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<DatasetSnapshot | null> {
    return loadSnapshot(loaders, snapshotKey(namespace, dataset, version));
  }

  @Mutation(() => DatasetSnapshot, {
    nullable: false,
    description:
      "Registers a snapshot, or fills in what was unknown of it; a different value for a known field is a CONFLICT.",
  })
  @Extensions({ role: "writer" })
  async registerDatasetSnapshot(
    @Arg("input", () => RegisterDatasetSnapshotInput, { description: "What is known of the snapshot." })
    input: RegisterDatasetSnapshotInput,
    @Ctx() context: RequestContext,
  ): Promise<DatasetSnapshot | null> {
    return loadSnapshot(context.loaders, await recordFact(context, { operation: "registerDatasetSnapshot", input }));
  }

  @FieldResolver(() => Dataset, { description: "The dataset that it is a state of." })
  dataset(@Root() { datasetKey }: DatasetSnapshot): Dataset {
    return datasetOf(datasetKey);
  }

  @FieldResolver(() => [DatasetSnapshot], {
    description: "Upstream snapshots that it was derived from where no run is known.",
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
  @FieldResolver(() => BigInt, { description: "Bytes of the whole list, as far as sizes are known." })
  totalBytes(@Root() { totalBytes }: SizedConnection<DatasetSnapshot>): number | Promise<number> {
    return typeof totalBytes === "number" ? totalBytes : totalBytes();
  }
}
