// Joins the centres of newly known content to the same content in other namespaces. The first of them becomes the centre of
// a star and keeps this role. Only questions that include copies traverse these relationships.
// write
// $rows [map]  key, contentKey, contentDigest, sequence
// $recordedAt  epoch ms
UNWIND $rows AS row
MATCH (centre:Lineage {centreOf: row.contentKey})
WHERE centre.originOf IS NULL AND NOT EXISTS { (centre)-[known:COPIED_AS]->() WHERE known.retractedAt IS NULL }
WITH centre, row.contentDigest AS contentDigest, min(row.sequence) AS sequence
ORDER BY sequence, centre.key
WITH contentDigest, collect({centre: centre, sequence: sequence}) AS copies
OPTIONAL MATCH (known:Lineage {originOf: contentDigest})
WITH contentDigest, copies, coalesce(known.key, copies[0].centre.key) AS originKey
MATCH (origin:Lineage {key: originKey})
SET origin.originOf = contentDigest
WITH origin, copies
UNWIND copies AS copy
WITH origin, copy.centre AS centre, copy.sequence AS sequence
WHERE centre <> origin
CREATE (centre)-[:COPIED_AS {recordedAt: $recordedAt, sequence: sequence}]->(origin),
       (origin)-[:COPIED_AS {recordedAt: $recordedAt, sequence: sequence}]->(centre)
