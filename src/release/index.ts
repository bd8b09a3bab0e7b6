import { DeploymentReleaseResolver, ReleaseResolver } from "./release.resolver.js";
import { ReleaseStepsResolver } from "./release-steps.resolver.js";

export { createReleaseLoaders, releaseSource } from "./release.loaders.js";
export { Release, ReleaseConnection } from "./release.type.js";

export const releaseResolvers = [ReleaseResolver, ReleaseStepsResolver, DeploymentReleaseResolver] as const;
