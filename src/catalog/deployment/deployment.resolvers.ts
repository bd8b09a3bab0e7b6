import { DeploymentResolver } from "./deployment.resolver.js";
import {
  ModelProductionResolver,
  ModelVersionDeploymentsResolver,
  SnapshotEmittersResolver,
} from "./deployments-of.resolver.js";
import { EndpointResolver } from "./endpoint.resolver.js";

export const deploymentResolvers = [
  EndpointResolver,
  DeploymentResolver,
  ModelVersionDeploymentsResolver,
  ModelProductionResolver,
  SnapshotEmittersResolver,
] as const;
