import { resolve } from "node:path";
import { type DeploymentFact, deploymentStages } from "../../../catalog/deployment/deployment.shape.js";
import type { RecordedServing } from "./facts/followed-deployment.js";
import { InvalidInputError } from "../../../core/shared/errors.js";

export type DeploymentStage = DeploymentFact["stage"];

/** An alias, or a stage of MLflow before 2.9, that marks a deployed version. */
export interface DeployedAlias {
  readonly alias: string;
  readonly stage: DeploymentStage;
}

/** The folder on this machine with the files behind addresses with a prefix. */
export interface ArtifactMapping {
  readonly prefix: string;
  readonly folder: string;
}

/** How to import a store. */
export interface MlflowImportOptions {
  /** Defaults to `mlflow`. Records of a workspace other than MLflow's default get the namespace `<namespace>/<workspace>`. */
  readonly namespace?: string;
  readonly deployedAliases?: readonly DeployedAlias[];
  /** Omits deleted runs and logged models, and every reference to them. By default they are imported and marked. */
  readonly skipDeleted?: boolean;
  readonly artifacts?: readonly ArtifactMapping[];
  /** What the API has recorded of production, to tell a moved alias from an unchanged one. Defaults to nothing. */
  readonly recorded?: RecordedServing;
}

/**
 * Reads `champion` or `champion=STAGING`.
 * @throws InvalidInputError when the alias before the equals sign or the stage after it is missing.
 */
export function parseDeployedAlias(text: string): DeployedAlias {
  const [, alias = "", given = "PRODUCTION"] = /^(.*?)(?:=([^=]*))?$/s.exec(text) ?? [];
  const stage = deploymentStages.find((known) => known === given.toUpperCase());
  if (alias === "" || !stage) {
    throw new InvalidInputError(
      `the deployed alias ${JSON.stringify(text)} is not of the form ALIAS or ALIAS=STAGE, with a stage of ${deploymentStages.join(", ")}`,
    );
  }
  return { alias, stage };
}

/**
 * Reads `s3://bucket/mlflow/=/mnt/mlflow`: the text before the last equals sign is the prefix of addresses.
 * @throws InvalidInputError when either side is empty.
 */
export function parseArtifactMapping(text: string): ArtifactMapping {
  const [, prefix = "", folder = ""] = /^(.+)=([^=]+)$/s.exec(text) ?? [];
  if (prefix === "") {
    throw new InvalidInputError(
      `the artifact folder ${JSON.stringify(text)} is not of the form PREFIX=FOLDER, such as s3://bucket/mlflow/=/mnt/mlflow`,
    );
  }
  return { prefix, folder: resolve(folder) };
}
