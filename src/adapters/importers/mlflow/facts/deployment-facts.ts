import type { FactInput } from "../../../ingest/fact.js";
import type { DeployedAlias, DeploymentStage } from "../import-options.js";
import type { StoredAlias, StoredModelVersion } from "../mlflow-store.js";
import { type Naming, instantOf, namespaceOf } from "./naming.js";

/** A deployment derived from an alias or a legacy stage, or why a requested one cannot be derived. */
export type DeploymentOrWhy = { readonly fact: FactInput } | { readonly why: string };

export function aliasFact(naming: Naming, alias: StoredAlias): FactInput {
  const { model, version } = alias;
  return {
    operation: "setModelAlias",
    input: { namespace: namespaceOf(naming, alias.workspace), model, alias: alias.alias, version },
  };
}

/** The deployment behind an alias, if the options name the alias as deployed. */
export function aliasDeployment(
  naming: Naming,
  deployed: readonly DeployedAlias[],
  alias: StoredAlias,
): DeploymentOrWhy | null {
  const { workspace, model, version } = alias;
  return deploymentOf(naming, deployed, alias.alias, {
    workspace,
    model,
    version,
    since: alias.versionState?.updatedAt ?? null,
  });
}

/** The deployment behind a version's stage, which MLflow before 2.9 used. */
export function stageDeployment(
  naming: Naming,
  deployed: readonly DeployedAlias[],
  version: StoredModelVersion,
): DeploymentOrWhy | null {
  const { workspace, model, updatedAt } = version;
  return version.stage === null
    ? null
    : deploymentOf(naming, deployed, version.stage, { workspace, model, version: version.version, since: updatedAt });
}

interface DeployedVersion {
  readonly workspace: string;
  readonly model: string;
  readonly version: string;
  readonly since: number | null;
}

function deploymentOf(
  naming: Naming,
  deployed: readonly DeployedAlias[],
  alias: string,
  of: DeployedVersion,
): DeploymentOrWhy | null {
  const stage = deployed.find((named) => named.alias === alias)?.stage;
  if (!stage) return null;
  const validFrom = instantOf(of.since);
  if (validFrom === undefined)
    return {
      why: `version ${of.version} has no last update time, so the deployment behind ${alias} is omitted`,
    };
  const namespace = namespaceOf(naming, of.workspace);
  return {
    fact: {
      operation: "recordDeployment",
      input: {
        namespace,
        endpoint: endpointName(deployed, of.model, stage),
        stage,
        modelVersion: { namespace, model: of.model, version: of.version },
        validFrom,
      },
    },
  };
}

/** The endpoint has the model's name. An endpoint has one stage, so each further stage gets an endpoint of its own. */
function endpointName(deployed: readonly DeployedAlias[], model: string, stage: DeploymentStage): string {
  return deployed[0]?.stage === stage ? model : `${model}/${stage.toLowerCase()}`;
}
