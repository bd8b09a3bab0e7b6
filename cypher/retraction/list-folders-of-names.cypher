// Lists the folders of datasets, under all of their names.
// read (inside a write transaction)
// $one, $other  keys of the datasets
// -> key, sequence
UNWIND [$one, $other] AS datasetKey
MATCH (named:Dataset {key: datasetKey})
/*: declared-datasets(named, null) */
WITH DISTINCT d
MATCH (d)<-[:VERSION_OF]-(folder)
WHERE folder.retractedAt IS NULL AND EXISTS { (folder)-[:CONTAINS]->() }
RETURN folder.key AS key, folder.sequence AS sequence
