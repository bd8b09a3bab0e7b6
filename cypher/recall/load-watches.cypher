// Loads which datasets and packages are recalled as a whole, for the writer to recall what appears of them later.
// read (inside a write transaction)
// -> id (of the recall), datasetKeys, packageNames, packageSpecifiers ('' for any version)
MATCH (r:Recall) WHERE r.state = 'OPEN' AND (size(r.datasetKeys) > 0 OR size(r.packageNames) > 0)
RETURN r.id AS id, r.datasetKeys AS datasetKeys, r.packageNames AS packageNames, r.packageSpecifiers AS packageSpecifiers
