// Adds nodes of watched datasets and packages to open recalls.
// write
// $rows [map]  id (of the recall), key (of the node)
// $recordedAt  epoch ms
UNWIND $rows AS row
MATCH (recall:Recall {id: row.id})
MATCH (n:Lineage {key: row.key})
WHERE NOT EXISTS { (recall)-[recalls:RECALLS]->(n) WHERE recalls.retractedAt IS NULL }
CREATE (recall)-[:RECALLS {recordedAt: $recordedAt, watched: true}]->(n)
