// The columns of r, a Recall.
// -> id, state, by, reason, openedAt, closedAt (epoch ms), datasetKeys, packageNames, packageSpecifiers ('' for any version)
r.id AS id, r.state AS state, r.by AS by, r.reason AS reason, r.openedAt AS openedAt, r.closedAt AS closedAt,
r.datasetKeys AS datasetKeys, r.packageNames AS packageNames, r.packageSpecifiers AS packageSpecifiers
