// Creates or completes dataset snapshots, and the dataset of each new one.
// write
// $rows [map]  key, isNew, sequence, fields (map of the properties that change)
// $recordedAt  epoch ms
UNWIND $rows AS row
MERGE (s:Lineage {key: row.key})
ON CREATE SET s:DatasetSnapshot, s.recordedAt = $recordedAt, s.sequence = row.sequence
SET s += row.fields
WITH s, row WHERE row.isNew
MERGE (d:Dataset {key: s.datasetKey})
ON CREATE SET d.namespace = s.namespace, d.name = s.name, d.recordedAt = $recordedAt, d.sequence = row.sequence
CREATE (s)-[:VERSION_OF]->(d)
