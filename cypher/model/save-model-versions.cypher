// Creates or completes model versions, and the model of each new one.
// write
// the parameters of save-nodes
/*: save-nodes(v, ModelVersion) */
WITH v, row WHERE row.isNew
MERGE (m:Model {key: v.modelKey})
ON CREATE SET m.namespace = v.namespace, m.name = v.name, m.recordedAt = $recordedAt, m.sequence = row.sequence
CREATE (v)-[:VERSION_OF]->(m)
