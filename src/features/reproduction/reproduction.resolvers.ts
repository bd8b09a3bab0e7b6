import { ReproductionFindingResolver, ReproductionResolver } from "./reproduction.resolver.js";

export const reproductionResolvers = [ReproductionResolver, ReproductionFindingResolver] as const;
