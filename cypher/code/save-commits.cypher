// Creates or completes code commits.
// write
// $rows [map]  key, isNew, sequence, fields (map of the properties that change)
// $recordedAt  epoch ms
UNWIND $rows AS row
MERGE (c:Lineage {key: row.key})
ON CREATE SET c:CodeCommit, c.recordedAt = $recordedAt, c.sequence = row.sequence
SET c += row.fields
