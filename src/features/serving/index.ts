import { ServingCandidateResolver, ServingResolver } from "./serving.resolver.js";

export { type ServedQuestion, type ServedRecord, findServed } from "./served-at.js";

export const servingResolvers = [ServingResolver, ServingCandidateResolver] as const;
