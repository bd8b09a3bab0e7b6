import { DatasetResolver } from "./dataset.resolver.js";
import { DatasetSnapshotResolver, SnapshotConnectionResolver } from "./dataset-snapshot.resolver.js";

export const datasetResolvers = [DatasetResolver, DatasetSnapshotResolver, SnapshotConnectionResolver] as const;
