import { RetirementResolver } from "./retirement.resolver.js";

export const retirementResolvers = [RetirementResolver] as const;
