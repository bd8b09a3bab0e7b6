import { DeletionCandidatesResolver } from "./deletion-candidates.resolver.js";
import { DeletionPlanResolver, TombstoneResolver } from "./deletion.resolver.js";
import { NodeTombstoneResolver } from "./tombstone.resolver.js";

export const deletionResolvers = [
  NodeTombstoneResolver,
  DeletionPlanResolver,
  TombstoneResolver,
  DeletionCandidatesResolver,
] as const;
