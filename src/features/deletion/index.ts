import { DeletionCandidatesResolver } from "./deletion-candidates.resolver.js";
import { DeletionPlanResolver, TombstoneResolver } from "./deletion.resolver.js";
import { NodeTombstoneResolver } from "./tombstone.resolver.js";

export { createDeletionLoaders } from "./tombstone.loaders.js";
export { planAndTombstone } from "./tombstone.service.js";
export { Tombstone } from "./tombstone.type.js";

export const deletionResolvers = [
  NodeTombstoneResolver,
  DeletionPlanResolver,
  TombstoneResolver,
  DeletionCandidatesResolver,
] as const;
