// Sums the known sizes of the snapshots of each dataset.
// read
// $datasetKeys  [string]
// $asOf  epoch ms, null for now
// -> owner (key of the dataset), bytes
UNWIND $datasetKeys AS owner
MATCH (d:Dataset {key: owner})
OPTIONAL MATCH (d)<-[:VERSION_OF]-(s:DatasetSnapshot)
WHERE /*: recorded-by(s, $asOf) */
WITH owner, /*: state-at(s) */ AS state
RETURN owner, sum(state.sizeBytes) AS bytes
