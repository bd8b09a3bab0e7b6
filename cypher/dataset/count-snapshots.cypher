// Counts the snapshots of each dataset.
// read
// $datasetKeys  [string]
// -> owner (key of the dataset), count
UNWIND $datasetKeys AS owner
MATCH (d:Dataset {key: owner})
RETURN owner, COUNT { (d)<-[:VERSION_OF]-() } AS count
