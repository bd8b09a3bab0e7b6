import { AffectedNodeResolver, ImpactResolver, NodeImpactResolver } from "./impact.resolver.js";

export { createImpactLoaders } from "./impact.loaders.js";
export { AffectedNode, Impact } from "./impact.type.js";

export const impactResolvers = [ImpactResolver, NodeImpactResolver, AffectedNodeResolver] as const;
