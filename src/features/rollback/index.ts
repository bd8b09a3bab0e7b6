import { RollbackCandidateResolver, RollbackPlanResolver, RollbackResolver } from "./rollback.resolver.js";

export { findRollbackPlan } from "./find-rollback-plan.js";
export { rollback } from "./rollback.service.js";

export const rollbackResolvers = [RollbackPlanResolver, RollbackCandidateResolver, RollbackResolver] as const;
