import { BlindSpotsResolver } from "./blind-spots.resolver.js";
import { AffectedNodeResolver, ImpactResolver, NodeImpactResolver } from "./impact.resolver.js";

export const impactResolvers = [ImpactResolver, NodeImpactResolver, AffectedNodeResolver, BlindSpotsResolver] as const;
