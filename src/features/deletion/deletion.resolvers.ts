import { DeletionCandidatesResolver } from "./deletion-candidates.resolver.js";
import { DeletionPlanResolver, TombstoneResolver } from "./deletion.resolver.js";
import { RestoreResolver } from "./restore.resolver.js";
import { NodeTombstoneResolver } from "./tombstone.resolver.js";

export const deletionResolvers = [
  NodeTombstoneResolver,
  DeletionPlanResolver,
  TombstoneResolver,
  RestoreResolver,
  DeletionCandidatesResolver,
] as const;
