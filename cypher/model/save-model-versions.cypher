// Creates or completes model versions, and the model of each new one.
// write
// $rows [map]  key, isNew, sequence, fields (map of the properties that change)
// $recordedAt  epoch ms
UNWIND $rows AS row
MERGE (v:Lineage {key: row.key})
ON CREATE SET v:ModelVersion, v.recordedAt = $recordedAt, v.sequence = row.sequence
SET v += row.fields
WITH v, row WHERE row.isNew
MERGE (m:Model {key: v.modelKey})
ON CREATE SET m.namespace = v.namespace, m.name = v.name, m.recordedAt = $recordedAt, m.sequence = row.sequence
CREATE (v)-[:VERSION_OF]->(m)
