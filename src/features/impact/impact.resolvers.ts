import { AffectedNodeResolver, ImpactResolver, NodeImpactResolver } from "./impact.resolver.js";

export const impactResolvers = [ImpactResolver, NodeImpactResolver, AffectedNodeResolver] as const;
