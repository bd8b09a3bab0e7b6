// Finds every snapshot of some datasets.
// read
// $datasetKeys  [string]
// -> owner (key of the dataset), key (of the snapshot)
UNWIND $datasetKeys AS owner
MATCH (:Dataset {key: owner})<-[:VERSION_OF]-(s:DatasetSnapshot)
RETURN owner, s.key AS key
ORDER BY owner, key
