// Counts the snapshots of each dataset, under all of its names.
// read
// $datasetKeys  [string]
// $asOf  epoch ms, null for now
// -> owner (key of the dataset), count
UNWIND $datasetKeys AS owner
MATCH (named:Dataset {key: owner})
/*: declared-datasets(named, $asOf) */
RETURN owner, sum(COUNT { (d)<-[:VERSION_OF]-(x) WHERE /*: recorded-by(x, $asOf) */ }) AS count
