import { ReproductionFindingResolver, ReproductionResolver } from "./reproduction.resolver.js";

export type { Evidence } from "./evidence.js";
export {
  type Finding,
  type FindingCode,
  type Reproducibility,
  type ReproductionVerdict,
  reproducibilityOf,
} from "./reproducibility.js";
export { findLostBy, loadEvidence } from "./reproduction.service.js";

export const reproductionResolvers = [ReproductionResolver, ReproductionFindingResolver] as const;
