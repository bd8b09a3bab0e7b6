import { DeploymentResolver } from "./deployment.resolver.js";
import {
  ModelProductionResolver,
  ModelVersionDeploymentsResolver,
  SnapshotEmittersResolver,
} from "./deployments-of.resolver.js";
import { EndpointResolver } from "./endpoint.resolver.js";

export { DeploymentEndReason, DeploymentStage, DeploymentStatus } from "./deployment.enum.js";
export { DeploymentRefInput, EndpointRefInput } from "./deployment.input.js";
export { createDeploymentLoaders, deploymentSource, endpointSource } from "./deployment.loaders.js";
export { loadServing } from "./deployment.repository.js";
export { Deployment, DeploymentConnection } from "./deployment.type.js";
export { Endpoint, EndpointConnection } from "./endpoint.type.js";
export { requireEndpoint } from "./require-endpoint.js";

export const deploymentResolvers = [
  EndpointResolver,
  DeploymentResolver,
  ModelVersionDeploymentsResolver,
  ModelProductionResolver,
  SnapshotEmittersResolver,
] as const;
