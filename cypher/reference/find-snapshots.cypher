// Finds all snapshots of datasets.
// read
// $datasetKeys  [string]
// $asOf         epoch ms, null for now: only what was recorded by then
// -> owner (key of the dataset), key (of the snapshot)
UNWIND $datasetKeys AS owner
MATCH (:Dataset {key: owner})<-[:VERSION_OF]-(s:DatasetSnapshot)
WHERE /*: recorded-by(s, $asOf) */
RETURN owner, s.key AS key
ORDER BY owner, key
