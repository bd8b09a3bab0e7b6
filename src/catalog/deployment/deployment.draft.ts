import { referredCommit } from "../code/code.draft.js";
import { referredEnvironment } from "../environment/environment.draft.js";
import type { Draft, Fields, NodeDraft, NodeKind, ResolvePointer } from "../../core/facts/draft.js";
import { defineSave, loadEndpoints, loadNodes } from "../../core/facts/facts.statements.js";
import { fillIn } from "../../core/facts/merge.js";
import { firstInText, greatest } from "../../core/facts/observation.js";
import { referredModelVersion } from "../model/model.draft.js";
import { deploymentKey, endpointKey, parseKey } from "../../core/shared/key.js";
import { nodeSearchWords } from "../../core/api/node/node-search-words.js";
import type { DeploymentRef } from "../ref/deployment-ref.shape.js";
import type { DeploymentEndReason } from "./deployment.enum.js";
import type { DeploymentFact, EndpointFact } from "./deployment.shape.js";

export const endpointKind: NodeKind = {
  label: "Endpoint",
  isContainer: true,
  load: loadEndpoints,
  save: defineSave("deployment/save-endpoints"),
  merge: mergeEndpoint,
  audited: ["policy"],
};

export const deploymentKind: NodeKind = {
  label: "Deployment",
  load: loadNodes,
  save: defineSave("deployment/save-deployments"),
  merge: fillIn,
  descriptive: ["by"],
  // Later reports correct the end and the traffic of a deployment; the previous state is kept as a revision. An omitted
  // end never reopens a deployment.
  mutable: { declaredValidTo: greatest, declaredEndReason: firstInText, declaredTraffic: greatest },
  derive: (fields, key) => ({ searchWords: nodeSearchWords("Deployment", key, fields, [fields.by]) }),
};

/** The identifying fields of a deployment. */
interface Identity {
  readonly namespace: string;
  readonly endpoint: string;
  readonly modelVersion: NodeDraft;
  readonly validFrom: number;
}

/** The draft of a defined endpoint. */
export function draftEndpoint({ namespace, name, stage, policy }: EndpointFact): Draft {
  const endpoint = endpointNode(namespace, name, { stage, policy: policy && JSON.stringify(policy) }, true);
  return { key: endpoint.key, nodes: [endpoint], edges: [] };
}

/** The draft of a recorded deployment. It creates the endpoint if necessary. */
export function draftDeployment(fact: DeploymentFact, resolve: ResolvePointer): Draft {
  const { namespace, endpoint, stage, validFrom, validTo, endReason, trafficPercent, by } = fact;
  const modelVersion = referredModelVersion(fact.modelVersion, resolve);
  const referred = deploymentNode({ namespace, endpoint, modelVersion, validFrom });
  const commit = fact.codeCommit ? [referredCommit(fact.codeCommit)] : [];
  const environment = fact.environment ? [referredEnvironment(fact.environment)] : [];
  const reported = {
    ...referred.reported,
    by,
    declaredValidTo: validTo ?? undefined,
    declaredEndReason: endReason ?? undefined,
    declaredTraffic: trafficPercent ?? undefined,
  };
  return {
    key: referred.key,
    observedAt: fact.observedAt,
    nodes: [
      endpointNode(namespace, endpoint, { stage }, true),
      { ...referred, isAsserted: true, reported },
      modelVersion,
      ...commit,
      ...environment,
    ],
    edges: [
      { kind: "DEPLOYED_AS", upstream: modelVersion.key, downstream: referred.key, role: "" },
      ...commit.map(({ key }) => ({ kind: "USED_BY", upstream: key, downstream: referred.key, role: "code" }) as const),
      ...environment.map(
        ({ key }) => ({ kind: "USED_BY", upstream: key, downstream: referred.key, role: "environment" }) as const,
      ),
    ],
  };
}

/** The draft of the end of a deployment. It replaces an end that was declared before. */
export function draftDeploymentEnd(key: string, validTo: number, endReason: DeploymentEndReason): Draft {
  return {
    key,
    nodes: [
      {
        kind: deploymentKind,
        key,
        isAsserted: true,
        reported: { declaredValidTo: validTo, declaredEndReason: endReason },
      },
    ],
    edges: [],
  };
}

/** The nodes that a reference to a deployment determines. */
export function referredDeployment({ namespace, endpoint, modelVersion, validFrom }: DeploymentRef): NodeDraft[] {
  const served = referredModelVersion(modelVersion, () => "");
  return [
    endpointNode(namespace, endpoint, {}, false),
    served,
    deploymentNode({ namespace, endpoint, modelVersion: served, validFrom }),
  ];
}

function endpointNode(namespace: string, name: string, reported: Fields, isAsserted: boolean): NodeDraft {
  return {
    kind: endpointKind,
    key: endpointKey(namespace, name),
    isAsserted,
    reported: { namespace, name, ...reported },
  };
}

function deploymentNode({ namespace, endpoint, modelVersion, validFrom }: Identity): NodeDraft {
  const key = deploymentKey(namespace, endpoint, modelVersion.key, validFrom);
  const { name: model, version } = modelVersion.reported;
  const reported = {
    namespace,
    name: endpoint,
    version: parseKey(key)?.version,
    validFrom,
    title: `${String(model)}@${String(version)}`,
    endpointKey: endpointKey(namespace, endpoint),
    modelVersionKey: modelVersion.key,
  };
  return { kind: deploymentKind, key, isAsserted: false, reported };
}

/** Only the policy of an endpoint changes. An omitted policy keeps the recorded one. */
function mergeEndpoint(key: string, known: Fields, { policy, ...reported }: Fields): Fields {
  return { ...fillIn(key, known, reported), ...(policy != null && policy !== known.policy && { policy }) };
}
