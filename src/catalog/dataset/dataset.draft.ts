import type { Draft, Fields, Member, NodeDraft, NodeKind } from "../../core/facts/draft.js";
import { defineSave, loadNodes } from "../../core/facts/facts.statements.js";
import { fillIn } from "../../core/facts/merge.js";
import { digestOf } from "../../core/shared/hash-chain.js";
import { datasetKey, deploymentKey, modelVersionKey, snapshotKey } from "../../core/shared/key.js";
import { nodeSearchWords } from "../../core/api/node/node-search-words.js";
import { contentFields, normalizeDigest } from "../content/content-digest.js";
import { placeOf } from "../content/place.js";
import type { DeploymentRef } from "../ref/deployment-ref.shape.js";
import type { DatasetSnapshotFact, SnapshotRef } from "./dataset-snapshot.shape.js";
import { nameFormOf } from "./name-form.js";

export const snapshotKind: NodeKind = {
  label: "DatasetSnapshot",
  isRegistered: true,
  load: loadNodes,
  save: defineSave("dataset/save-snapshots"),
  merge: fillIn,
  descriptive: ["uri", "createdAt"],
  derive: (fields, key) => ({
    searchWords: nodeSearchWords("DatasetSnapshot", key, fields, [fields.digest, fields.uri]),
    ...contentFields(fields.namespace, fields.digest, fields.sizeBytes),
    place: placeOf(fields.uri),
    nameForm: nameFormFor(fields),
  }),
};

/** The form of the dataset's name. The save statement moves it to the dataset. */
function nameFormFor({ namespace, name }: Fields): string | null {
  return typeof namespace === "string" && typeof name === "string" ? nameFormOf(namespace, name) : null;
}

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
  const folder = folderOf(fact);
  const referred = referredSnapshot(fact);
  const upstream = fact.derivedFrom?.map(referredSnapshot) ?? [];
  return {
    key: referred.key,
    nodes: [
      {
        ...referred,
        isAsserted: true,
        reported: { ...referred.reported, digest, uri, sizeBytes, rowCount, createdAt, ...folder.fields },
        members: folder.members,
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

/** The members of a folder in order of their paths, and the fields that identify them. */
function folderOf({ isFolder, members }: DatasetSnapshotFact): { fields: Fields; members?: readonly Member[] } {
  if (!members) return { fields: { isFolder } };
  const listed = members
    .map(({ path, digest, sizeBytes }) => ({ path, digest: normalizeDigest(digest), sizeBytes: sizeBytes ?? null }))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
  const membersDigest = digestOf(listed.map(({ path, digest }) => [path, digest]));
  return { fields: { isFolder: true, memberCount: listed.length, membersDigest }, members: listed };
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
