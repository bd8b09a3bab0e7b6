// Creates or completes dataset snapshots, and the dataset of each new one.
// write
// the parameters of save-nodes
/*: save-nodes(s, DatasetSnapshot) */
// The form of the name belongs to the dataset.
REMOVE s.nameForm
WITH s, row WHERE row.isNew
MERGE (d:Dataset {key: s.datasetKey})
ON CREATE SET d.namespace = s.namespace, d.name = s.name, d.nameForm = row.fields.nameForm, d.recordedAt = $recordedAt, d.sequence = row.sequence
CREATE (s)-[:VERSION_OF]->(d)
