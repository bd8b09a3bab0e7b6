import { createNodeLoader } from "../../core/api/node/node.loaders.js";
import { commitSource } from "../code/code.repository.js";
import { createDatasetLoaders, datasetSource, snapshotSource } from "../dataset/dataset.loaders.js";
import { createDeploymentLoaders, deploymentSource, endpointSource } from "../deployment/deployment.loaders.js";
import { createEnvironmentLoaders, environmentSource } from "../environment/environment.loaders.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { createModelLoaders, modelSource, modelVersionSource } from "../model/model.loaders.js";
import { createRunLoaders, runSource } from "../run/run.loaders.js";

/** The sources of containers for the shared loader. */
export const containerSources = [datasetSource, modelSource, endpointSource] as const;

/** The loaders of the catalog, for one request. */
export function createNodeLoaders(graph: GraphReader) {
  return {
    lineageNode: createNodeLoader(graph, [
      snapshotSource,
      commitSource,
      environmentSource,
      runSource,
      modelVersionSource,
      deploymentSource,
    ]),
    ...createDatasetLoaders(graph),
    ...createEnvironmentLoaders(graph),
    ...createRunLoaders(graph),
    ...createModelLoaders(graph),
    ...createDeploymentLoaders(graph),
  };
}
