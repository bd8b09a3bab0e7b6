// Loads the datasets and packages that open recalls watch, so that the fact writer recalls their later snapshots and environments.
// read (inside a write transaction)
// -> id (of the recall), datasetKeys, packageNames, packageSpecifiers ('' for any version)
MATCH (r:Recall) WHERE r.state = 'OPEN' AND (size(r.datasetKeys) > 0 OR size(r.packageNames) > 0)
RETURN r.id AS id, r.datasetKeys AS datasetKeys, r.packageNames AS packageNames, r.packageSpecifiers AS packageSpecifiers
