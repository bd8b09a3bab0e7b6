import { DatasetResolver } from "./dataset.resolver.js";
import { DatasetSnapshotResolver, SnapshotConnectionResolver } from "./dataset-snapshot.resolver.js";

export { DatasetSnapshot, DatasetSnapshotConnection, type SizedConnection } from "./dataset-snapshot.type.js";
export { DatasetRefInput, DatasetSnapshotRefInput } from "./dataset.input.js";
export { createDatasetLoaders, datasetSource, snapshotSource } from "./dataset.loaders.js";
export { Dataset, DatasetConnection } from "./dataset.type.js";

export const datasetResolvers = [DatasetResolver, DatasetSnapshotResolver, SnapshotConnectionResolver] as const;
