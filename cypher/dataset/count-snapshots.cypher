// Counts the snapshots of each dataset.
// read
// $datasetKeys  [string]
// $asOf  epoch ms, null for now
// -> owner (key of the dataset), count
UNWIND $datasetKeys AS owner
MATCH (d:Dataset {key: owner})
RETURN owner, COUNT { (d)<-[:VERSION_OF]-(x) WHERE /*: recorded-by(x, $asOf) */ } AS count
