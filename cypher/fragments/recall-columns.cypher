// The columns of r, a Recall.
// $asOf  epoch ms, null for now
// -> id, state, by, reason, openedAt, closedAt (epoch ms), datasetKeys, packageNames, packageSpecifiers ('' for any version)
r.id AS id, /*: recall-state */ AS state, r.by AS by, r.reason AS reason, r.openedAt AS openedAt, CASE WHEN r.closedAt > $asOf THEN null ELSE r.closedAt END AS closedAt,
r.datasetKeys AS datasetKeys, r.packageNames AS packageNames, r.packageSpecifiers AS packageSpecifiers
