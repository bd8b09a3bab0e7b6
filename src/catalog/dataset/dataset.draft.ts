import type { Draft, NodeDraft, NodeKind } from "../../core/facts/draft.js";
import { defineSave, loadNodes } from "../../core/facts/facts.statements.js";
import { fillIn } from "../../core/facts/merge.js";
import { datasetKey, deploymentKey, modelVersionKey, snapshotKey } from "../../core/shared/key.js";
import { searchTextOf } from "../../core/shared/search-text.js";
import type { DeploymentRef } from "../ref/deployment-ref.shape.js";
import type { DatasetSnapshotFact, SnapshotRef } from "./dataset-snapshot.shape.js";

export const snapshotKind: NodeKind = {
  label: "DatasetSnapshot",
  isRegistered: true,
  load: loadNodes,
  save: defineSave("dataset/save-snapshots"),
  merge: fillIn,
  derive: ({ namespace, name, version, digest, uri }) => ({
    searchText: searchTextOf([namespace, name, version, digest, uri]),
  }),
};

/** The fields of a snapshot that a reference determines. */
export function referredSnapshot(ref: SnapshotRef): NodeDraft {
  const { namespace, dataset, version } = ref;
  return {
    kind: snapshotKind,
    key: keyOf(ref),
    isAsserted: false,
    reported: { namespace, name: dataset, version, datasetKey: datasetKey(namespace, dataset) },
  };
}

/** Drafts the deployment that logged a snapshot. A parameter, because the deployment feature depends on this one. */
export type DraftDeploymentRef = (ref: DeploymentRef) => readonly NodeDraft[];

/** The draft of a registered snapshot. */
export function draftSnapshot(fact: DatasetSnapshotFact, draftDeployment: DraftDeploymentRef): Draft {
  const { digest, uri, sizeBytes, rowCount, createdAt, emittedBy } = fact;
  const referred = referredSnapshot(fact);
  const upstream = fact.derivedFrom?.map(referredSnapshot) ?? [];
  return {
    key: referred.key,
    nodes: [
      {
        ...referred,
        isAsserted: true,
        reported: { ...referred.reported, digest, uri, sizeBytes, rowCount, createdAt },
      },
      ...upstream,
      ...(emittedBy ? draftDeployment(emittedBy) : []),
    ],
    edges: [
      ...upstream.map(
        ({ key }) => ({ kind: "DERIVED_INTO", upstream: key, downstream: referred.key, role: "" }) as const,
      ),
      ...(emittedBy
        ? [{ kind: "EMITTED", upstream: emittingDeploymentKey(emittedBy), downstream: referred.key, role: "" } as const]
        : []),
    ],
  };
}

function keyOf({ namespace, dataset, version }: SnapshotRef): string {
  return snapshotKey(namespace, dataset, version);
}

function emittingDeploymentKey({ namespace, endpoint, modelVersion, validFrom }: DeploymentRef): string {
  return deploymentKey(
    namespace,
    endpoint,
    modelVersionKey(modelVersion.namespace, modelVersion.model, modelVersion.version),
    validFrom,
  );
}
