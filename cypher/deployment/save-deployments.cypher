// Creates deployments or corrects their declared fields. settle-deployments then updates the whole endpoint. The previous
// state, as declared and as settled, is kept as a revision, so that queries can return it as of an earlier time.
// write
// $rows [map]  key, isNew, sequence, fields (map of the properties that change)
// $recordedAt  epoch ms
UNWIND $rows AS row
MERGE (d:Lineage {key: row.key})
ON CREATE SET d:Deployment, d.recordedAt = $recordedAt, d.sequence = row.sequence, d.revisedAt = $recordedAt
/*: keep-revision */
SET d.revisedAt = $recordedAt
SET d += row.fields
WITH d, row WHERE row.isNew
MATCH (e:Endpoint {key: d.endpointKey})
CREATE (d)-[:SERVED_AT]->(e)
