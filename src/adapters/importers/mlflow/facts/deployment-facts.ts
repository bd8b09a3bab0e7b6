import type { FactInput } from "../../../ingest/fact.js";
import type { DeployedAlias, DeploymentStage } from "../import-options.js";
import type { StoredAlias } from "../mlflow-store.js";
import { importedBy, type RecordedDeployment } from "./followed-deployment.js";
import { type Naming, instantOf, namespaceOf } from "./naming.js";

/** The endpoint behind the aliases and stages of a model. */
export interface FollowedEndpoint {
  readonly namespace: string;
  readonly endpoint: string;
  readonly stage: DeploymentStage;
}

export function aliasFact(naming: Naming, alias: StoredAlias): FactInput {
  const { model, version, observedAt } = alias;
  return {
    operation: "setModelAlias",
    input: {
      namespace: namespaceOf(naming, alias.workspace),
      model,
      alias: alias.alias,
      version,
      observedAt: instantOf(observedAt),
    },
  };
}

/** The endpoint has the model's name. An endpoint has one stage, so each further stage gets an endpoint of its own. */
export function endpointName(deployed: readonly DeployedAlias[], model: string, stage: DeploymentStage): string {
  return deployed[0]?.stage === stage ? model : `${model}/${stage.toLowerCase()}`;
}

/** The deployment behind an alias or a stage. */
export function deploymentFact(
  endpoint: FollowedEndpoint,
  deployed: Pick<RecordedDeployment, "model" | "version" | "validFrom" | "by">,
): FactInput {
  return { operation: "recordDeployment", input: deploymentInput(endpoint, deployed) };
}

/** The end of a recorded deployment that no alias or stage marks any more. */
export function retirement(endpoint: FollowedEndpoint, ended: RecordedDeployment, observedAt: number): FactInput {
  return {
    operation: "recordDeployment",
    input: {
      ...deploymentInput(endpoint, ended),
      validTo: instantOf(observedAt),
      endReason: "RETIRED",
    },
  };
}

function deploymentInput(
  endpoint: FollowedEndpoint,
  { model, version, validFrom, by }: Pick<RecordedDeployment, "model" | "version" | "validFrom" | "by">,
) {
  return {
    ...endpoint,
    modelVersion: { namespace: endpoint.namespace, model, version },
    validFrom: new Date(validFrom).toISOString(),
    by: by ?? importedBy,
  };
}
