import { BackedDeploymentsResolver } from "./backed-deployments.resolver.js";
import { EndpointPolicyResolver } from "./endpoint-policy.resolver.js";
import { ReleaseResolver } from "./release.resolver.js";
import { DeployReleaseResolver, ReleaseStepsResolver } from "./release-steps.resolver.js";

export const releaseResolvers = [
  ReleaseResolver,
  ReleaseStepsResolver,
  DeployReleaseResolver,
  BackedDeploymentsResolver,
  EndpointPolicyResolver,
] as const;
