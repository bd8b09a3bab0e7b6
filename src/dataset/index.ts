import { DatasetResolver } from "./dataset.resolver.js";
import { DatasetSnapshotResolver } from "./dataset-snapshot.resolver.js";

export { DatasetSnapshot, DatasetSnapshotConnection } from "./dataset-snapshot.type.js";
export { DatasetRefInput, DatasetSnapshotRefInput } from "./dataset.input.js";
export { createDatasetLoaders, datasetSource, snapshotSource } from "./dataset.loaders.js";
export { Dataset, DatasetConnection } from "./dataset.type.js";

export const datasetResolvers = [DatasetResolver, DatasetSnapshotResolver] as const;
