// Lists the snapshots of which datasets are another name.
// read
// $datasets [string]  keys
// -> key (of the snapshot), sequence (of the snapshot), dataset (key), recordedAt (epoch ms: the newest declaration, or the snapshot)
UNWIND $datasets AS datasetKey
MATCH (named:Dataset {key: datasetKey})
WHERE EXISTS { (named)-[:ALIAS_OF]-() }
WITH named, COLLECT { MATCH (named)-[declared:ALIAS_OF]-() RETURN declared.recordedAt ORDER BY declared.recordedAt DESC LIMIT 1 } AS declaredAt
/*: declared-datasets(named, null) */
WITH named, declaredAt[0] AS declaredAt, d WHERE d <> named
MATCH (d)<-[:VERSION_OF]-(s)
WHERE s.retractedAt IS NULL
RETURN s.key AS key, s.sequence AS sequence, named.key AS dataset,
       CASE WHEN declaredAt > s.recordedAt THEN declaredAt ELSE s.recordedAt END AS recordedAt
