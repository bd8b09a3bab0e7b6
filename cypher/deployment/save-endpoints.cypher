// Creates endpoints.
// write
// $rows [map]  key, isNew, sequence, fields (map of the properties that change)
// $recordedAt  epoch ms
UNWIND $rows AS row
MERGE (e:Endpoint {key: row.key})
ON CREATE SET e.recordedAt = $recordedAt, e.sequence = row.sequence
SET e += row.fields
