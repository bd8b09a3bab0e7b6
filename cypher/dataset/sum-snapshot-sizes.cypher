// Sums the known sizes of the snapshots of each dataset, under all of its names.
// read
// $datasetKeys  [string]
// $asOf  epoch ms, null for now
// -> owner (key of the dataset), bytes
UNWIND $datasetKeys AS owner
MATCH (named:Dataset {key: owner})
/*: declared-datasets(named, $asOf) */
OPTIONAL MATCH (d)<-[:VERSION_OF]-(s:DatasetSnapshot)
WHERE /*: recorded-by(s, $asOf) */
WITH owner, /*: state-at(s) */ AS state
RETURN owner, sum(state.sizeBytes) AS bytes
