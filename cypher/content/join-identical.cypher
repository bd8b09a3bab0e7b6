// Joins nodes with newly known content to the node of their namespace with the same content. The first node of a content
// becomes the centre of a star and keeps this role.
// write
// $rows [map]  key, contentKey, contentDigest, sequence; one node may occur several times
// $recordedAt  epoch ms
UNWIND $rows AS row
WITH row ORDER BY row.sequence, row.key
WITH row.contentKey AS contentKey, collect(row) AS rows
OPTIONAL MATCH (known:Lineage {centreOf: contentKey})
WITH contentKey, rows, coalesce(known.key, rows[0].key) AS centreKey
MATCH (centre:Lineage {key: centreKey})
SET centre.centreOf = contentKey
WITH rows, centre
UNWIND rows AS row
MATCH (n:Lineage {key: row.key})
WHERE n <> centre AND NOT EXISTS { (n)-[same:SAME_CONTENT]->(centre) WHERE same.role IS NULL }
WITH DISTINCT n, centre, row.sequence AS sequence
CREATE (n)-[:SAME_CONTENT {recordedAt: $recordedAt, sequence: sequence}]->(centre),
       (centre)-[:SAME_CONTENT {recordedAt: $recordedAt, sequence: sequence}]->(n)
