import { RollbackCandidateResolver, RollbackPlanResolver, RollbackResolver } from "./rollback.resolver.js";

export const rollbackResolvers = [RollbackPlanResolver, RollbackCandidateResolver, RollbackResolver] as const;
