// Creates or completes lineage nodes; the node and row remain.
// (node, Label)
// $rows [map]  key, isNew, sequence, fields (map of the properties that change)
// $recordedAt  epoch ms
UNWIND $rows AS row
MERGE (node:Lineage {key: row.key})
ON CREATE SET node:Label, node.recordedAt = $recordedAt, node.sequence = row.sequence
SET node += row.fields
