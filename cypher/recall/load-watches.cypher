// Loads the datasets and packages that open recalls watch, so that the fact writer recalls their later snapshots and environments.
// A dataset is watched under every name that was declared to be the same.
// read (inside a write transaction)
// -> id (of the recall), datasetKeys, packageNames, packageSpecifiers ('' for any version)
MATCH (r:Recall) WHERE r.state = 'OPEN' AND (size(r.datasetKeys) > 0 OR size(r.packageNames) > 0)
CALL (r) {
  UNWIND r.datasetKeys AS watched
  MATCH (named:Dataset {key: watched})
  /*: declared-datasets(named, null) */
  RETURN collect(DISTINCT d.key) AS datasetKeys
}
RETURN r.id AS id, r.datasetKeys + datasetKeys AS datasetKeys, r.packageNames AS packageNames, r.packageSpecifiers AS packageSpecifiers
