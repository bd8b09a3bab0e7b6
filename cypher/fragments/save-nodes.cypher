// Creates or completes lineage nodes; the node and row remain. The previous state is kept as a revision, so that queries can
// return it as of an earlier time.
// (node, Label)
// $rows [map]  key, isNew, sequence, fields (map of the properties that change)
// $recordedAt  epoch ms
UNWIND $rows AS row
MERGE (node:Lineage {key: row.key})
ON CREATE SET node:Label, node.recordedAt = $recordedAt, node.sequence = row.sequence
/*: keep-state(node) */
SET node += row.fields, node.revisedAt = $recordedAt
