/** The fields of a lineage node of any kind that depend on what was recorded, and the nodes that it is connected with. */
export const nodeDetails = `fragment details on LineageNode {
  key label tombstone { at by reason override } recalls { state closedAt reason } notes { text }
  ... on DatasetSnapshot { digest uri sizeBytes rowCount producedBy { key } derivedFrom { key } emittedBy { key } identical { key } copies { key } usedBy { totalCount edges { node { key status } } } dataset { snapshots { totalCount } } }
  ... on Run { name experiment status startedAt endedAt by command parameters { name value } metrics { name text step }
    inputs { role node { key label } } outputs { node { key } } parent { key status } children { totalCount edges { node { key } } } codeCommit { key } environment { digest pinned } }
  ... on ModelVersion { aliases artifactUri artifactDigest origin producedBy { key status } baseVersions { key } trainingData { key } deployments { totalCount edges { node { key state } } }
    model { production { version } versions { totalCount } } }
  ... on Deployment { modelVersion { key } codeCommit { key } environment { key } state validTo trafficPercent release { state closedBy approvals { by approved } checks { check outcome } } endpoint { stage policy { requiredApprovals } serving { key trafficPercent } history { totalCount } } }
}`;
