import { BackedDeploymentsResolver } from "./backed-deployments.resolver.js";
import { ReleaseResolver } from "./release.resolver.js";
import { DeployReleaseResolver, ReleaseStepsResolver } from "./release-steps.resolver.js";

export { createReleaseLoaders, releaseSource } from "./release.loaders.js";
export { deployRelease } from "./deploy-release.js";
export { proposeRelease, reviewRelease } from "./release.service.js";
export { Release, ReleaseConnection } from "./release.type.js";

export const releaseResolvers = [
  ReleaseResolver,
  ReleaseStepsResolver,
  DeployReleaseResolver,
  BackedDeploymentsResolver,
] as const;
