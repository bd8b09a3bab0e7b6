import { referredCommit } from "../code/code.draft.js";
import { referredEnvironment } from "../environment/environment.draft.js";
import type { Draft, Fields, NodeDraft, NodeKind, ResolvePointer } from "../../core/facts/draft.js";
import { defineSave, loadEndpoints, loadNodes } from "../../core/facts/facts.statements.js";
import { fillIn, isSame } from "../../core/facts/merge.js";
import { referredModelVersion } from "../model/model.draft.js";
import { deploymentKey, endpointKey, parseKey } from "../../core/shared/key.js";
import { searchTextOf } from "../../core/shared/search-text.js";
import type { DeploymentRef } from "./deployment-ref.shape.js";
import type { DeploymentEndReason } from "./deployment.enum.js";
import type { DeploymentFact, EndpointFact } from "./deployment.shape.js";

export const endpointKind: NodeKind = {
  label: "Endpoint",
  load: loadEndpoints,
  save: defineSave("deployment/save-endpoints"),
  merge: mergeEndpoint,
  audited: ["policy"],
};

export const deploymentKind: NodeKind = {
  label: "Deployment",
  load: loadNodes,
  save: defineSave("deployment/save-deployments"),
  merge: mergeDeployment,
  derive: ({ namespace, name, title }) => ({ searchText: searchTextOf([namespace, name, title]) }),
};

/** What a deployment has whatever is declared of it. */
interface Identity {
  readonly namespace: string;
  readonly endpoint: string;
  readonly modelVersion: NodeDraft;
  readonly validFrom: number;
}

/** What defining an endpoint asserts. */
export function draftEndpoint({ namespace, name, stage, policy }: EndpointFact): Draft {
  const endpoint = endpointNode(namespace, name, { stage, policy: policy && JSON.stringify(policy) }, true);
  return { key: endpoint.key, nodes: [endpoint], edges: [] };
}

/** What recording a deployment asserts; the endpoint comes into being with it. */
export function draftDeployment(fact: DeploymentFact, resolve: ResolvePointer): Draft {
  const { namespace, endpoint, stage, validFrom, validTo, endReason, trafficPercent, by } = fact;
  const modelVersion = referredModelVersion(fact.modelVersion, resolve);
  const referred = deploymentNode({ namespace, endpoint, modelVersion, validFrom });
  const commit = fact.codeCommit ? [referredCommit(fact.codeCommit)] : [];
  const environment = fact.environment ? [referredEnvironment(fact.environment)] : [];
  const said = {
    ...referred.said,
    by,
    declaredValidTo: validTo,
    declaredEndReason: endReason,
    declaredTraffic: trafficPercent,
  };
  return {
    key: referred.key,
    nodes: [
      endpointNode(namespace, endpoint, { stage }, true),
      { ...referred, isAsserted: true, said },
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

/** What ending a deployment asserts, at a moment that takes the place of any end declared before. */
export function draftDeploymentEnd(key: string, validTo: number, endReason: DeploymentEndReason): Draft {
  return {
    key,
    nodes: [
      { kind: deploymentKind, key, isAsserted: true, said: { declaredValidTo: validTo, declaredEndReason: endReason } },
    ],
    edges: [],
  };
}

/** The nodes that a mere reference to a deployment speaks of. */
export function referredDeployment({ namespace, endpoint, modelVersion, validFrom }: DeploymentRef): NodeDraft[] {
  const served = referredModelVersion(modelVersion, () => "");
  return [
    endpointNode(namespace, endpoint, {}, false),
    served,
    deploymentNode({ namespace, endpoint, modelVersion: served, validFrom }),
  ];
}

function endpointNode(namespace: string, name: string, said: Fields, isAsserted: boolean): NodeDraft {
  return { kind: endpointKind, key: endpointKey(namespace, name), isAsserted, said: { namespace, name, ...said } };
}

function deploymentNode({ namespace, endpoint, modelVersion, validFrom }: Identity): NodeDraft {
  const key = deploymentKey(namespace, endpoint, modelVersion.key, validFrom);
  const { name: model, version } = modelVersion.said;
  const said = {
    namespace,
    name: endpoint,
    version: parseKey(key)?.version,
    validFrom,
    title: `${String(model)}@${String(version)}`,
    endpointKey: endpointKey(namespace, endpoint),
    modelVersionKey: modelVersion.key,
  };
  return { kind: deploymentKind, key, isAsserted: false, said };
}

/** Its policy is all of an endpoint that changes; that nothing is said of it leaves it. */
function mergeEndpoint(key: string, known: Fields, { policy, ...said }: Fields): Fields {
  return { ...fillIn(key, known, said), ...(policy != null && policy !== known.policy && { policy }) };
}

/**
 * When a deployment ended and with how much traffic is corrected by what is reported later; the state before is kept.
 * That nothing is said of its end never reopens it.
 */
function mergeDeployment(
  key: string,
  known: Fields,
  { declaredValidTo, declaredEndReason, declaredTraffic, ...said }: Fields,
): Fields {
  const corrected = Object.entries({ declaredValidTo, declaredEndReason, declaredTraffic }).filter(
    ([field, value]) => value !== null && value !== undefined && !isSame(known[field], value),
  );
  return { ...fillIn(key, known, said), ...Object.fromEntries(corrected) };
}
