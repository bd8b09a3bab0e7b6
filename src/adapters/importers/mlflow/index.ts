export {
  type ArtifactMapping,
  type DeployedAlias,
  type MlflowImportOptions,
  parseArtifactMapping,
  parseDeployedAlias,
} from "./import-options.js";
export type { ImportItem } from "./map-store.js";
export type { Origin, StoreProblem } from "./mlflow-store.js";
export { type OpenMlflowStore, openMlflowStore } from "./open-mlflow-store.js";
