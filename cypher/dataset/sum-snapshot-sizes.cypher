// Sums the known sizes of the snapshots of each dataset.
// read
// $datasetKeys  [string]
// -> owner (key of the dataset), bytes
UNWIND $datasetKeys AS owner
MATCH (d:Dataset {key: owner})
OPTIONAL MATCH (d)<-[:VERSION_OF]-(s:DatasetSnapshot)
RETURN owner, sum(s.sizeBytes) AS bytes
