// Adds nodes to open recalls.
// write
// $rows [map]  id (of the recall), key (of the node)
// $recordedAt  epoch ms
UNWIND $rows AS row
MATCH (recall:Recall {id: row.id})
MATCH (n:Lineage {key: row.key})
WHERE NOT EXISTS { (recall)-[:RECALLS]->(n) }
CREATE (recall)-[:RECALLS {recordedAt: $recordedAt}]->(n)
