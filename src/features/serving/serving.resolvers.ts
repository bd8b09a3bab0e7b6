import { ServingCandidateResolver, ServingResolver } from "./serving.resolver.js";

export const servingResolvers = [ServingResolver, ServingCandidateResolver] as const;
