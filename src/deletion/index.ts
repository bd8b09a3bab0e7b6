import { NodeTombstoneResolver } from "./tombstone.resolver.js";

export { createDeletionLoaders } from "./tombstone.loaders.js";
export { Tombstone } from "./tombstone.type.js";

export const deletionResolvers = [NodeTombstoneResolver] as const;
