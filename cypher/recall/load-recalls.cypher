// Loads recalls by id.
// read
// $ids  [string]
// -> id, state, by, reason, openedAt, closedAt (epoch ms), datasetKeys, packageNames, packageSpecifiers ('' for any version)
UNWIND $ids AS wanted
MATCH (r:Recall {id: wanted})
RETURN r.id AS id, r.state AS state, r.by AS by, r.reason AS reason, r.openedAt AS openedAt, r.closedAt AS closedAt,
       r.datasetKeys AS datasetKeys, r.packageNames AS packageNames, r.packageSpecifiers AS packageSpecifiers
