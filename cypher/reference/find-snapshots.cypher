// Finds all snapshots of datasets, under every name that was declared to be the same.
// read
// $datasetKeys  [string]
// $asOf         epoch ms, null for now: only what was recorded by then
// -> owner (key of the dataset), key (of the snapshot)
UNWIND $datasetKeys AS owner
MATCH (named:Dataset {key: owner})
/*: declared-datasets(named, $asOf) */
MATCH (d)<-[:VERSION_OF]-(s:DatasetSnapshot)
WHERE /*: recorded-by(s, $asOf) */
RETURN owner, s.key AS key
ORDER BY owner, key
