// Creates or completes endpoints. The previous state is kept as a revision, so that queries can return it as of an earlier time.
// write
// $rows [map]  key, isNew, sequence, fields (map of the properties that change)
// $recordedAt  epoch ms
UNWIND $rows AS row
MERGE (e:Endpoint {key: row.key})
ON CREATE SET e.recordedAt = $recordedAt, e.sequence = row.sequence
/*: keep-state(e) */
SET e += row.fields, e.revisedAt = $recordedAt
