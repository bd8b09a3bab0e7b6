// Creates or completes runs, and connects each with the run that started it once that is known.
// write
// $rows [map]  key, isNew, sequence, fields (map of the properties that change)
// $recordedAt  epoch ms
UNWIND $rows AS row
MERGE (r:Lineage {key: row.key})
ON CREATE SET r:Run, r.recordedAt = $recordedAt, r.sequence = row.sequence
SET r += row.fields
WITH r, row WHERE row.fields.parentKey IS NOT NULL
MATCH (parent:Lineage {key: row.fields.parentKey})
MERGE (r)-[:PARENT_RUN]->(parent)
